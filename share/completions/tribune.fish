# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_tribune_global_optspecs
    string join \n sessions= lang= ascii h/help V/version theme=
end

function __fish_tribune_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_tribune_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_tribune_using_subcommand
    set -l cmd (__fish_tribune_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c tribune -n "__fish_tribune_needs_command" -l sessions -d 'Keep sessions in this folder' -r -F
complete -c tribune -n "__fish_tribune_needs_command" -l lang -d 'The language of screens and sentences' -r -f -a "en\t''
zh-CN\t''"
complete -c tribune -n "__fish_tribune_needs_command" -l theme -d 'The theme of colours' -r -f -a "dark\t''
light\t''
high-contrast\t''
mono\t''"
complete -c tribune -n "__fish_tribune_needs_command" -l ascii -d 'Draw with ASCII characters only'
complete -c tribune -n "__fish_tribune_needs_command" -s h -l help -d 'Print this help'
complete -c tribune -n "__fish_tribune_needs_command" -s V -l version -d 'Print the version'
complete -c tribune -n "__fish_tribune_needs_command" -f -a "demo" -d 'A shipped meeting, already under way, in a temporary place'
complete -c tribune -n "__fish_tribune_needs_command" -f -a "run" -d 'Hold the meeting; an unfinished one of this agenda goes on where it was'
complete -c tribune -n "__fish_tribune_needs_command" -f -a "check" -d 'Tell everything that is wrong in agendas, sessions and settings'
complete -c tribune -n "__fish_tribune_needs_command" -f -a "new" -d 'Write a commented agenda to begin with'
complete -c tribune -n "__fish_tribune_needs_command" -f -a "review" -d 'Look through the archive on a screen: sessions, what is still open, units'
complete -c tribune -n "__fish_tribune_needs_command" -f -a "watch" -d 'The running meeting for the hall, or for a second screen that only looks'
complete -c tribune -n "__fish_tribune_needs_command" -f -a "show" -d 'The summary of a session: who was there, what was said, decided and elected'
complete -c tribune -n "__fish_tribune_needs_command" -f -a "search" -d 'Look through all sessions: what was said, decided and promised'
complete -c tribune -n "__fish_tribune_needs_command" -f -a "correct" -d 'Set right what is wrong in the record of a meeting that is over'
complete -c tribune -n "__fish_tribune_needs_command" -f -a "approve" -d 'Approve the minutes of a meeting; nothing is changed in them after that'
complete -c tribune -n "__fish_tribune_needs_command" -f -a "followups" -d 'What is still open in all sessions, by unit, with how long it has waited'
complete -c tribune -n "__fish_tribune_needs_command" -f -a "answer" -d 'Write down what became of something after its meeting'
complete -c tribune -n "__fish_tribune_needs_command" -f -a "carry" -d 'Write the next agenda, from the roster and what is unfinished'
complete -c tribune -n "__fish_tribune_needs_command" -f -a "export" -d 'Documents of a session, for other people and programs'
complete -c tribune -n "__fish_tribune_needs_command" -f -a "import" -d 'A roster (XLSX, CSV) as an agenda, or written minutes as a script'
complete -c tribune -n "__fish_tribune_needs_command" -f -a "verify" -d 'Whether a session file is as it was sealed'
complete -c tribune -n "__fish_tribune_needs_command" -f -a "completions" -d 'A completion script for your shell'
complete -c tribune -n "__fish_tribune_needs_command" -f -a "man" -d 'The manual page'
complete -c tribune -n "__fish_tribune_needs_command" -f -a "keys" -d 'Which key starts what, your own keys included'
complete -c tribune -n "__fish_tribune_using_subcommand demo" -l sessions -d 'Keep sessions in this folder' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand demo" -l lang -d 'The language of screens and sentences' -r -f -a "en\t''
zh-CN\t''"
complete -c tribune -n "__fish_tribune_using_subcommand demo" -l theme -d 'The theme of colours' -r -f -a "dark\t''
light\t''
high-contrast\t''
mono\t''"
complete -c tribune -n "__fish_tribune_using_subcommand demo" -l ascii -d 'Draw with ASCII characters only'
complete -c tribune -n "__fish_tribune_using_subcommand demo" -s h -l help -d 'Print this help'
complete -c tribune -n "__fish_tribune_using_subcommand run" -l script -d 'Take the commands from this file, or from standard input with -' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand run" -l sessions -d 'Keep sessions in this folder' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand run" -l lang -d 'The language of screens and sentences' -r -f -a "en\t''
zh-CN\t''"
complete -c tribune -n "__fish_tribune_using_subcommand run" -l theme -d 'The theme of colours' -r -f -a "dark\t''
light\t''
high-contrast\t''
mono\t''"
complete -c tribune -n "__fish_tribune_using_subcommand run" -l new -d 'Begin a new meeting; an unfinished one stays as it is'
complete -c tribune -n "__fish_tribune_using_subcommand run" -l rehearse -d 'Hold it in memory only; nothing is kept'
complete -c tribune -n "__fish_tribune_using_subcommand run" -l plain -d 'No screen: a line in, a line out'
complete -c tribune -n "__fish_tribune_using_subcommand run" -l keep-going -d 'Go on after a refused line'
complete -c tribune -n "__fish_tribune_using_subcommand run" -l continue -d 'Go on after the last line of the script that was recorded'
complete -c tribune -n "__fish_tribune_using_subcommand run" -l ascii -d 'Draw with ASCII characters only'
complete -c tribune -n "__fish_tribune_using_subcommand run" -s h -l help -d 'Print this help'
complete -c tribune -n "__fish_tribune_using_subcommand check" -l sessions -d 'Keep sessions in this folder' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand check" -l lang -d 'The language of screens and sentences' -r -f -a "en\t''
zh-CN\t''"
complete -c tribune -n "__fish_tribune_using_subcommand check" -l theme -d 'The theme of colours' -r -f -a "dark\t''
light\t''
high-contrast\t''
mono\t''"
complete -c tribune -n "__fish_tribune_using_subcommand check" -l ascii -d 'Draw with ASCII characters only'
complete -c tribune -n "__fish_tribune_using_subcommand check" -s h -l help -d 'Print this help'
complete -c tribune -n "__fish_tribune_using_subcommand new" -l sessions -d 'Keep sessions in this folder' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand new" -l lang -d 'The language of screens and sentences' -r -f -a "en\t''
zh-CN\t''"
complete -c tribune -n "__fish_tribune_using_subcommand new" -l theme -d 'The theme of colours' -r -f -a "dark\t''
light\t''
high-contrast\t''
mono\t''"
complete -c tribune -n "__fish_tribune_using_subcommand new" -l ascii -d 'Draw with ASCII characters only'
complete -c tribune -n "__fish_tribune_using_subcommand new" -s h -l help -d 'Print this help'
complete -c tribune -n "__fish_tribune_using_subcommand review" -l sessions -d 'Keep sessions in this folder' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand review" -l lang -d 'The language of screens and sentences' -r -f -a "en\t''
zh-CN\t''"
complete -c tribune -n "__fish_tribune_using_subcommand review" -l theme -d 'The theme of colours' -r -f -a "dark\t''
light\t''
high-contrast\t''
mono\t''"
complete -c tribune -n "__fish_tribune_using_subcommand review" -l ascii -d 'Draw with ASCII characters only'
complete -c tribune -n "__fish_tribune_using_subcommand review" -s h -l help -d 'Print this help'
complete -c tribune -n "__fish_tribune_using_subcommand watch" -l face -d 'Not the hall’s screen but this face: floor, contributions, roll, ballots, brief or record' -r -f -a "floor\t''
contributions\t''
roll\t''
ballots\t''
brief\t''
record\t''"
complete -c tribune -n "__fish_tribune_using_subcommand watch" -l sessions -d 'Keep sessions in this folder' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand watch" -l lang -d 'The language of screens and sentences' -r -f -a "en\t''
zh-CN\t''"
complete -c tribune -n "__fish_tribune_using_subcommand watch" -l theme -d 'The theme of colours' -r -f -a "dark\t''
light\t''
high-contrast\t''
mono\t''"
complete -c tribune -n "__fish_tribune_using_subcommand watch" -l ascii -d 'Draw with ASCII characters only'
complete -c tribune -n "__fish_tribune_using_subcommand watch" -s h -l help -d 'Print this help'
complete -c tribune -n "__fish_tribune_using_subcommand show" -l unit -d 'The dossier of this unit instead: what it said in all sessions, and what became of it' -r
complete -c tribune -n "__fish_tribune_using_subcommand show" -l series -d 'The sessions of this series side by side instead: themes, attendance, answers, time on the floor' -r
complete -c tribune -n "__fish_tribune_using_subcommand show" -l sessions -d 'Keep sessions in this folder' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand show" -l lang -d 'The language of screens and sentences' -r -f -a "en\t''
zh-CN\t''"
complete -c tribune -n "__fish_tribune_using_subcommand show" -l theme -d 'The theme of colours' -r -f -a "dark\t''
light\t''
high-contrast\t''
mono\t''"
complete -c tribune -n "__fish_tribune_using_subcommand show" -l json -d 'As JSON, for programs'
complete -c tribune -n "__fish_tribune_using_subcommand show" -l ascii -d 'Draw with ASCII characters only'
complete -c tribune -n "__fish_tribune_using_subcommand show" -s h -l help -d 'Print this help'
complete -c tribune -n "__fish_tribune_using_subcommand search" -l unit -d 'Only from this unit: its name in either language, its short name, its id, or pinyin' -r
complete -c tribune -n "__fish_tribune_using_subcommand search" -l theme -d 'Only on this theme' -r
complete -c tribune -n "__fish_tribune_using_subcommand search" -l kind -d 'Only of this kind: suggestion, offer, request, commitment, question, remark, or contribution for all of them; decision, action, motion, ballot, matter, item, meeting; several with commas' -r
complete -c tribune -n "__fish_tribune_using_subcommand search" -l status -d 'Only what stands so: open, answered, adopted, declined, carried, done, and other outcomes; several with commas' -r
complete -c tribune -n "__fish_tribune_using_subcommand search" -l person -d 'Only from this person: their name in either language, their id, or pinyin' -r
complete -c tribune -n "__fish_tribune_using_subcommand search" -l since -d 'Only meetings since then: a day, a month or a year, 2024-03-01, 2024-03 or 2024' -r
complete -c tribune -n "__fish_tribune_using_subcommand search" -l until -d 'Only meetings until then, that day, month or year included' -r
complete -c tribune -n "__fish_tribune_using_subcommand search" -l series -d 'Only meetings of this series' -r
complete -c tribune -n "__fish_tribune_using_subcommand search" -l sessions -d 'Keep sessions in this folder' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand search" -l lang -d 'The language of screens and sentences' -r -f -a "en\t''
zh-CN\t''"
complete -c tribune -n "__fish_tribune_using_subcommand search" -l json -d 'One JSON document, for other programs'
complete -c tribune -n "__fish_tribune_using_subcommand search" -l ascii -d 'Draw with ASCII characters only'
complete -c tribune -n "__fish_tribune_using_subcommand search" -s h -l help -d 'Print this help'
complete -c tribune -n "__fish_tribune_using_subcommand correct" -l script -d 'Take the corrections from this file, or from standard input with -' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand correct" -l why -d 'Why it is corrected' -r
complete -c tribune -n "__fish_tribune_using_subcommand correct" -l by -d 'Who corrects it, as the list of corrections has it' -r
complete -c tribune -n "__fish_tribune_using_subcommand correct" -l sessions -d 'Keep sessions in this folder' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand correct" -l lang -d 'The language of screens and sentences' -r -f -a "en\t''
zh-CN\t''"
complete -c tribune -n "__fish_tribune_using_subcommand correct" -l theme -d 'The theme of colours' -r -f -a "dark\t''
light\t''
high-contrast\t''
mono\t''"
complete -c tribune -n "__fish_tribune_using_subcommand correct" -l really -d 'Go on although the file was edited by hand; what was edited is lost'
complete -c tribune -n "__fish_tribune_using_subcommand correct" -l ascii -d 'Draw with ASCII characters only'
complete -c tribune -n "__fish_tribune_using_subcommand correct" -s h -l help -d 'Print this help'
complete -c tribune -n "__fish_tribune_using_subcommand approve" -l at -d 'The day of the approval, as 2024-03-15; today if not said' -r
complete -c tribune -n "__fish_tribune_using_subcommand approve" -l sessions -d 'Keep sessions in this folder' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand approve" -l lang -d 'The language of screens and sentences' -r -f -a "en\t''
zh-CN\t''"
complete -c tribune -n "__fish_tribune_using_subcommand approve" -l theme -d 'The theme of colours' -r -f -a "dark\t''
light\t''
high-contrast\t''
mono\t''"
complete -c tribune -n "__fish_tribune_using_subcommand approve" -l really -d 'Go on although the file was edited by hand; what was edited is lost'
complete -c tribune -n "__fish_tribune_using_subcommand approve" -l ascii -d 'Draw with ASCII characters only'
complete -c tribune -n "__fish_tribune_using_subcommand approve" -s h -l help -d 'Print this help'
complete -c tribune -n "__fish_tribune_using_subcommand followups" -l unit -d 'Of this unit alone' -r
complete -c tribune -n "__fish_tribune_using_subcommand followups" -l series -d 'Of this series alone' -r
complete -c tribune -n "__fish_tribune_using_subcommand followups" -l output -d 'Into this file; - is standard output' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand followups" -l sessions -d 'Keep sessions in this folder' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand followups" -l lang -d 'The language of screens and sentences' -r -f -a "en\t''
zh-CN\t''"
complete -c tribune -n "__fish_tribune_using_subcommand followups" -l theme -d 'The theme of colours' -r -f -a "dark\t''
light\t''
high-contrast\t''
mono\t''"
complete -c tribune -n "__fish_tribune_using_subcommand followups" -l json -d 'As JSON, for programs'
complete -c tribune -n "__fish_tribune_using_subcommand followups" -l ics -d 'As a calendar: what is open as tasks, and what was settled since as done'
complete -c tribune -n "__fish_tribune_using_subcommand followups" -l ascii -d 'Draw with ASCII characters only'
complete -c tribune -n "__fish_tribune_using_subcommand followups" -s h -l help -d 'Print this help'
complete -c tribune -n "__fish_tribune_using_subcommand answer" -l by -d 'Who answers; unless said, the name of this account' -r
complete -c tribune -n "__fish_tribune_using_subcommand answer" -l sessions -d 'Keep sessions in this folder' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand answer" -l lang -d 'The language of screens and sentences' -r -f -a "en\t''
zh-CN\t''"
complete -c tribune -n "__fish_tribune_using_subcommand answer" -l theme -d 'The theme of colours' -r -f -a "dark\t''
light\t''
high-contrast\t''
mono\t''"
complete -c tribune -n "__fish_tribune_using_subcommand answer" -l ascii -d 'Draw with ASCII characters only'
complete -c tribune -n "__fish_tribune_using_subcommand answer" -s h -l help -d 'Print this help'
complete -c tribune -n "__fish_tribune_using_subcommand carry" -l sessions -d 'Keep sessions in this folder' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand carry" -l lang -d 'The language of screens and sentences' -r -f -a "en\t''
zh-CN\t''"
complete -c tribune -n "__fish_tribune_using_subcommand carry" -l theme -d 'The theme of colours' -r -f -a "dark\t''
light\t''
high-contrast\t''
mono\t''"
complete -c tribune -n "__fish_tribune_using_subcommand carry" -l ascii -d 'Draw with ASCII characters only'
complete -c tribune -n "__fish_tribune_using_subcommand carry" -s h -l help -d 'Print this help'
complete -c tribune -n "__fish_tribune_using_subcommand export" -l format -d 'md, html, docx, txt, json, csv, ics and pdf; several with commas go into a folder. csv alone is the list that the document is about (of the minutes: what was noted); into a folder go all lists of the meeting' -r -f -a "md\t''
html\t''
docx\t''
txt\t''
json\t''
csv\t''
ics\t''
pdf\t''"
complete -c tribune -n "__fish_tribune_using_subcommand export" -l document -d 'Which document: minutes, decisions, announcement, letter, brief, attendance, speakers, results, years, programme, script, sign-in and ballot-papers' -r -f -a "minutes\t''
decisions\t''
announcement\t''
letter\t''
brief\t''
attendance\t''
speakers\t''
results\t''
years\t''
programme\t''
script\t''
sign-in\t''
ballot-papers\t''"
complete -c tribune -n "__fish_tribune_using_subcommand export" -l unit -d 'To whom the letter goes; unless said, one to every unit' -r
complete -c tribune -n "__fish_tribune_using_subcommand export" -l output -d 'Where it goes: a file, a folder, or - for standard output' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand export" -l sessions -d 'Keep sessions in this folder' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand export" -l lang -d 'The language of screens and sentences' -r -f -a "en\t''
zh-CN\t''"
complete -c tribune -n "__fish_tribune_using_subcommand export" -l theme -d 'The theme of colours' -r -f -a "dark\t''
light\t''
high-contrast\t''
mono\t''"
complete -c tribune -n "__fish_tribune_using_subcommand export" -l public -d 'Leave out the content of closed items'
complete -c tribune -n "__fish_tribune_using_subcommand export" -l ascii -d 'Draw with ASCII characters only'
complete -c tribune -n "__fish_tribune_using_subcommand export" -s h -l help -d 'Print this help'
complete -c tribune -n "__fish_tribune_using_subcommand import" -l date -d 'The day of the minutes, where they do not say it; also with the time at which they begin: "2023-12-29 14:30"' -r
complete -c tribune -n "__fish_tribune_using_subcommand import" -l offset -d 'The offset of their place, where it is not this one: +08:00' -r
complete -c tribune -n "__fish_tribune_using_subcommand import" -l sessions -d 'Keep sessions in this folder' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand import" -l lang -d 'The language of screens and sentences' -r -f -a "en\t''
zh-CN\t''"
complete -c tribune -n "__fish_tribune_using_subcommand import" -l theme -d 'The theme of colours' -r -f -a "dark\t''
light\t''
high-contrast\t''
mono\t''"
complete -c tribune -n "__fish_tribune_using_subcommand import" -l ascii -d 'Draw with ASCII characters only'
complete -c tribune -n "__fish_tribune_using_subcommand import" -s h -l help -d 'Print this help'
complete -c tribune -n "__fish_tribune_using_subcommand verify" -l sessions -d 'Keep sessions in this folder' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand verify" -l lang -d 'The language of screens and sentences' -r -f -a "en\t''
zh-CN\t''"
complete -c tribune -n "__fish_tribune_using_subcommand verify" -l theme -d 'The theme of colours' -r -f -a "dark\t''
light\t''
high-contrast\t''
mono\t''"
complete -c tribune -n "__fish_tribune_using_subcommand verify" -l ascii -d 'Draw with ASCII characters only'
complete -c tribune -n "__fish_tribune_using_subcommand verify" -s h -l help -d 'Print this help'
complete -c tribune -n "__fish_tribune_using_subcommand completions" -l sessions -d 'Keep sessions in this folder' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand completions" -l lang -d 'The language of screens and sentences' -r -f -a "en\t''
zh-CN\t''"
complete -c tribune -n "__fish_tribune_using_subcommand completions" -l theme -d 'The theme of colours' -r -f -a "dark\t''
light\t''
high-contrast\t''
mono\t''"
complete -c tribune -n "__fish_tribune_using_subcommand completions" -l ascii -d 'Draw with ASCII characters only'
complete -c tribune -n "__fish_tribune_using_subcommand completions" -s h -l help -d 'Print this help'
complete -c tribune -n "__fish_tribune_using_subcommand man" -l sessions -d 'Keep sessions in this folder' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand man" -l lang -d 'The language of screens and sentences' -r -f -a "en\t''
zh-CN\t''"
complete -c tribune -n "__fish_tribune_using_subcommand man" -l theme -d 'The theme of colours' -r -f -a "dark\t''
light\t''
high-contrast\t''
mono\t''"
complete -c tribune -n "__fish_tribune_using_subcommand man" -l ascii -d 'Draw with ASCII characters only'
complete -c tribune -n "__fish_tribune_using_subcommand man" -s h -l help -d 'Print this help'
complete -c tribune -n "__fish_tribune_using_subcommand keys" -l sessions -d 'Keep sessions in this folder' -r -F
complete -c tribune -n "__fish_tribune_using_subcommand keys" -l lang -d 'The language of screens and sentences' -r -f -a "en\t''
zh-CN\t''"
complete -c tribune -n "__fish_tribune_using_subcommand keys" -l theme -d 'The theme of colours' -r -f -a "dark\t''
light\t''
high-contrast\t''
mono\t''"
complete -c tribune -n "__fish_tribune_using_subcommand keys" -l ascii -d 'Draw with ASCII characters only'
complete -c tribune -n "__fish_tribune_using_subcommand keys" -s h -l help -d 'Print this help'
