### Every sentence in English. One section for each topic, in the order of the house; ids are topic-what.
### Calm, short, exact; no exclamation marks; where something is refused, say what to do instead.
### The same ids with the same arguments stand in zh-CN.ftl: a test compares them.

## text

text-list-comma = {", "}
text-list-last = {" and "}

text-nothing = {""}

# text: the end

## agenda

# agenda: the end

## names

names-called = { $name } ({ $id })
names-ambiguous = “{ $name }” could be { $candidates }. Type more of the name, or the id.
names-unknown = Nobody on the roster is called “{ $name }”. To add them: :enrol "{ $name }", title, unit
names-unknown-near = Nobody on the roster is called “{ $name }”. Did you mean { $near }? To add somebody new: :enrol "{ $name }", title, unit

# names: the end

## check

# check: the end

## rules

rules-nothing = {""}
rules-fraction = { $num }/{ $den }
rules-fraction-half = half
rules-fraction-third = one third
rules-fraction-two-thirds = two thirds
rules-fraction-three-quarters = three quarters
rules-base-votes = votes for and against
rules-base-valid = votes for, against and abstaining
rules-base-cast = papers returned less blanks
rules-base-cast-blank = papers returned
rules-base-present = those present
rules-base-entitled = all entitled
rules-counted-votes = votes
rules-counted-present = present
rules-counted-entitled = entitled
rules-share-more = more than { $fraction } of the { $base }
rules-share-least = at least { $fraction } of the { $base }
rules-share-all = all of the { $base }
rules-share-more-persons = more than { $fraction } of { $base }
rules-share-least-persons = at least { $fraction } of { $base }
rules-share-all-persons = all of { $base }
rules-abstention-nothing = abstentions count for nothing
rules-abstention-against = abstentions count against
rules-explained = { $rule }{ $each }{ $tie }
rules-explained-majority = carried when { $share } are for; { $abstention }
rules-explained-never = can never be carried: it asks for more than all
rules-explained-unanimous = carried when somebody is for and nobody is against; abstentions count for nothing
rules-explained-all = carried when { $base } are for, without exception
rules-explained-acclamation = carried when nobody objects; no count is needed
rules-explained-each-group = ; this in each group of the roster that votes
rules-explained-tie-chair = ; a tie may be decided by the chair's casting vote
rules-quorum-none = no quorum is needed
rules-quorum-number = quorum: { $number } entitled to vote must be present
rules-quorum-share = quorum: { $share } must be present
rules-carried = carried — needed { $needed } of { $of } { $counted }, had { $had } (base: { $base })
rules-carried-by-chair = carried by the chair's casting vote — needed { $needed } of { $of } { $counted }, had { $had } (base: { $base })
rules-failed = not carried — needed { $needed } of { $of } { $counted }, had { $had } (base: { $base })
rules-failed-none-for = not carried — nobody was for
rules-failed-opposed = not carried — nobody may be against, and { $against } { $against ->
    [one] was
   *[other] were
} against
rules-failed-not-all = not carried — all { $of } { $counted } had to be for, and { $had } { $had ->
    [one] was
   *[other] were
}
rules-tie = not carried — a tie: needed { $needed } of { $of } { $counted }, had { $had } (base: { $base })
rules-tie-open = a tie — needed { $needed } of { $of } { $counted }, had { $had } (base: { $base }); the chair may cast a vote, else it fails
rules-failed-group = not carried in the group “{ $group }”: { $verdict }
rules-group-others = others

# rules: the end

## ballot

# ballot: the end

## election

# election: the end

## journal

journal-nothing-happened = Nothing was recorded by this; everything before it is safe.
journal-try-again = Make room or mend the disk, then do it again.
journal-go-on-in-new-file = Nothing more is written to this file; `save` goes on in a new one and keeps the old beside it.
journal-watch-instead = Watch it with `tribune watch`, or close it there first.
journal-torn = The last line of the journal was cut short when the program or the power ended: { $bytes } bytes that were never confirmed were dropped. { $records ->
    [one] One record is whole.
   *[other] All { $records } confirmed records are whole.
}
journal-damaged = The journal is damaged in line { $line }: { $wrong }. { $records ->
    [one] One record before it is whole
   *[other] { $records } records before it are whole
}; { $following ->
    [0] nothing follows.
    [one] one line follows.
   *[other] { $following } lines follow.
} It is opened for reading only; `save` goes on from the whole records in a new file and keeps this one beside it.
journal-wrong-unreadable = it cannot be read
journal-wrong-unknown = it holds something that this version does not know
journal-wrong-changed = it was changed after it was written
journal-wrong-missing = { $count ->
    [one] one record is missing before it
   *[other] { $count } records are missing before it
}

# journal: the end

## room

# room: the end

## error

error-read = { $path } could not be read: { $cause }.
error-write = { $path } could not be written: { $cause }.
error-create = { $path } could not be made: { $cause }.
error-missing = There is no file { $path }.
error-not-a-file = { $path } is not a file.
error-too-large = { $path } is larger than { $megabytes } MB and is not read.
error-empty = { $path } is empty.
error-damaged = { $path } is damaged in line { $line }.
error-version = { $path } was written by a later tribune (format { $found }).
error-locked = Another tribune holds this meeting: { $path }.
error-locked-by = Another tribune (process { $process }) holds this meeting: { $path }.
error-changed = { $path } was changed, moved or removed by another program.
error-read-only = { $path } can only be read.
error-broken = The program failed: { $what }
error-closed = The meeting is closed on this computer.
error-cause-full = the disk is full
error-cause-read-only = the disk can only be read
error-cause-permission = it is not allowed
error-cause-no-folder = its folder is not there
error-cause-taken = the name is taken
error-cause-other = { $said }

# error: the end

## meeting

# meeting: the end

## roster

# roster: the end

## roll

# roll: the end

## progress

# progress: the end

## floor

# floor: the end

## contribution

# contribution: the end

## outcome

# outcome: the end

## motion

# motion: the end

## undo

# undo: the end

## permit

# permit: the end

## refusal

# refusal: the end

## phrase

# phrase: the end

## help

# help: the end

## telling

# telling: the end

## cue

# cue: the end

## plain

# plain: the end

## summary

# summary: the end

## session

# session: the end

## export

# export: the end

## archive

# archive: the end

## tui

# tui: the end

## cli

cli-about = Hold formal meetings in the terminal: agenda, floor, suggestions of every unit, ballots, minutes.
cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-heading-common = Common options
cli-option-version = Print the version
cli-option-sessions = Keep sessions in this folder
cli-option-lang = The language of screens and sentences
cli-option-theme = The theme of colours
cli-option-ascii = Draw with ASCII characters only
cli-option-help = Print this help

cli-usage-unknown = There is no option { $argument }.{ $hint }
cli-usage-command = There is no command { $command }.{ $hint }
cli-usage-meant = {" "}Did you mean { $name }?
cli-usage-missing = { $argument } is missing.
cli-usage-conflict = { $argument } does not go together with { $other }.
cli-usage-value = { $argument } does not take the value “{ $value }”.
cli-usage-other = The command line was not understood. { $argument }
cli-usage-help = `tribune --help` lists what there is; `tribune COMMAND --help` explains one command.

cli-run = Hold the meeting; an unfinished one of this agenda goes on where it was
cli-run-agenda = The agenda file
cli-run-new = Begin a new meeting; an unfinished one stays as it is
cli-run-rehearse = Hold it in memory only; nothing is kept
cli-run-plain = No screen: a line in, a line out
cli-run-script = Take the commands from this file, or from standard input with -
cli-run-keep-going = Go on after a refused line
cli-run-continue = Go on after the last line of the script that was recorded

cli-demo = A shipped meeting, already under way, in a temporary place
cli-demo-name = Which one: exchange or founding

cli-completions = A completion script for your shell
cli-completions-shell = bash, zsh, fish, elvish or powershell
cli-man = The manual page

# cli: the end
