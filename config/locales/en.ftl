### Every sentence in English. One section for each topic, in the order of the house; ids are topic-what.
### Calm, short, exact; no exclamation marks; where something is refused, say what to do instead.
### The same ids with the same arguments stand in zh-CN.ftl: a test compares them.

## text

text-list-comma = {", "}
text-list-last = {" and "}

text-nothing = {""}

# A sentence that is itself an argument: the agenda's own words, with {name} filled in.
text-filled = { $text }

# text: the end

## written

written-key-unknown = There is no key `{ $key }` here. Known here: { $known }.
written-key-unknown-near = There is no key `{ $key }` here. Did you mean `{ $near }`?
written-key-top = `{ $key }` belongs at the top of the file, before the first line in square brackets.
written-type-string = `{ $key }` is a text in quotes.
written-type-list = `{ $key }` is a list in square brackets: ["…", "…"].
written-type-truth = `{ $key }` is true or false, without quotes.
written-type-number = `{ $key }` is a whole number from { $from } to { $to }, without quotes.
written-type-table = `{ $key }` is a table of its own: keys and values under a line in square brackets, or in braces.
written-word = `{ $key }` is one of: { $known }.
written-word-near = `{ $key }` cannot be “{ $word }”. Did you mean “{ $near }”? Known: { $known }.
written-syntax = This line cannot be read: { $detail }.
written-syntax-quotes = Text stands in quotes: "{ $value }".
written-syntax-curly = Text stands in straight quotes: "{ $value }".
written-syntax-key = `{ $key }` stands in quotes here, because it holds more than the letters a–z, digits, - and _: "{ $key }".
written-syntax-key-twice = `{ $key }` is here a second time. Keep one of the two.
written-syntax-table-twice = { $table } is here a second time. Give one of them another id, or put them together.
written-syntax-header = The square bracket at the end of this line is missing.
written-syntax-unclosed = { $open } is opened here and never closed: { $close } is missing.
written-syntax-quote = A quote is missing here.
written-syntax-backslash = A backslash in quotes has to be doubled: \\.
written-syntax-comma = A comma is missing before this.
written-syntax-extra-comma = There is a comma too many here.
written-syntax-no-value = A key needs a value: key = "value".
written-syntax-equals = Write = between key and value, not { $sign }.
written-syntax-value = “{ $value }” can be neither read nor kept as it stands. Is it a text in quotes?
written-syntax-deep = This line holds a key of too many parts.
written-syntax-repeated = Each `{ $key }` begins with [[{ $key }]], in double square brackets.

## agenda

agenda-text-empty = `{ $key }` says nothing. Write a text, or leave the key out.
agenda-type-text = `{ $key }` is a text in quotes, or { "{" } en = "…", zh = "…" { "}" }.
agenda-length = `{ $key }` is a length of time such as "5m", "1h30m" or "90s".
agenda-length-unit = `{ $key }` needs its unit: "45m" for minutes, "2h" for hours, "90s" for seconds.
agenda-length-positive = `{ $key }` has to be longer than nothing, such as "5m".
agenda-length-long = `{ $key }` is longer than a day. Is the unit right?
agenda-day = `{ $key }` is a day that exists, such as 2023-12-29.
agenda-time = `{ $key }` is a time of day such as "14:30".
agenda-example = `example` is true, false, or a list of keys: ["date", "votes"].
agenda-too-long = An agenda of more than { $most } MB is not read. Is this the right file?
agenda-title-missing = The meeting needs a title: title = "…".
agenda-items-missing = The meeting needs items: items = ["Opening", "…"], or [[item]] with a title for each.
agenda-items-both = Items stand either in `items` or in [[item]] tables, not in both. Move them to one place.
agenda-items-table = An item with more than a title is an [[item]] table of its own.
agenda-item-untitled = This item needs a title: title = "…".
agenda-id-missing = A { $kind } needs an id: [{ $kind }.some-id].
agenda-id-shape = The id “{ $id }” may hold letters, digits, - and _ only.
agenda-id-twice = The id “{ $id }” is here a second time; persons and units share their ids. Give one of them another.
agenda-id-case = The ids “{ $id }” and “{ $other }” differ by capital letters alone. Give one of them another.
agenda-id-name = `{ $key }` names people by their id: “{ $name }” is “{ $id }”.
agenda-id-unknown = `{ $key }` names “{ $id }”, who is not on the roster. Add [person.{ $id }] or [unit.{ $id }].
agenda-id-unknown-near = `{ $key }` names “{ $id }”, who is not on the roster. Did you mean “{ $near }”?
agenda-unit-unknown = There is no unit “{ $id }”. Add [unit.{ $id }].
agenda-unit-unknown-near = There is no unit “{ $id }”. Did you mean “{ $near }”?
agenda-not-a-unit = `{ $key }` is a unit, and “{ $id }” is a person.
agenda-not-a-person = `{ $key }` is a person, and “{ $id }” is a unit. Name one of its people.
agenda-chair-no-roster = The chair “{ $id }” is not on the roster. Add [person.{ $id }] with a name.
agenda-named-twice = `{ $key }` names “{ $id }” twice.
agenda-name-missing = The { $kind } “{ $id }” needs a name: name = "…".
agenda-group-unknown = Nobody is in a group “{ $group }”. Known groups: { $known }.
agenda-group-unknown-near = Nobody is in a group “{ $group }”. Did you mean “{ $near }”?
agenda-group-none = Nobody is in a group “{ $group }”. Say group = "{ $group }" with the persons or units that are in it.
agenda-speaker-who = A speaker in braces needs `who`: { "{" } who = "…", time = "10m" { "}" }.
agenda-theme-name = A theme in braces needs a name: { "{" } name = "…", also = ["…"] { "}" }.
agenda-teller-stands = “{ $id }” is a candidate of this item and cannot be a teller. Name another teller.
agenda-not-an-election = Only an election has `{ $key }`. Add kind = "election", or leave it out.
agenda-offices-both = With `offices`, `{ $key }` stands in each office, not on the item.
agenda-offices-empty = An election needs at least one office.
agenda-rule-shape = `{ $key }` is the name of a rule, or a table: { "{" } base = "present", need = "2/3", strict = false { "}" }.
agenda-rule-unknown = There is no rule “{ $rule }”. Known: { $known }.
agenda-rule-unknown-near = There is no rule “{ $rule }”. Did you mean “{ $near }”?
agenda-rule-never = This rule can never pass: it asks for more than all. With need = "1" say strict = false.
agenda-quorum = `quorum` is "none", a number of voters such as 7, or { "{" } need = "1/2", strict = true { "}" }.
agenda-quorum-never = This quorum can never be met: it asks for more than all. With need = "1" say strict = false.
agenda-fraction = `{ $key }` is a fraction in quotes, such as "2/3".
agenda-fraction-decimal = `{ $key }` is an exact fraction in quotes, such as "2/3", not a decimal or a percentage.
agenda-fraction-zero = `{ $key }` is a fraction without a 0, such as "1/2".
agenda-end-before-start = The meeting would end at { $end }, and it begins at { $start }. One of the two is wrong.
agenda-warn-chair = Nobody is named as chair. Say chair = "…", or hand it over in the meeting.
agenda-warn-cue = There is no sentence of the chair called “{ $name }”, so these words are never said. Known: { $known }.
agenda-warn-cue-near = There is no sentence of the chair called “{ $name }”, so these words are never said. Did you mean “{ $near }”?
agenda-warn-section = There is no section of minutes called “{ $name }”. Known: { $known }.
agenda-warn-section-near = There is no section of minutes called “{ $name }”. Did you mean “{ $near }”?
agenda-warn-secretary = It is not said whether the secretary “{ $id }” votes; unsaid is no. Say votes = true or votes = false.
agenda-warn-name-twice = The name “{ $name }” is used twice. Commands will need the id.
agenda-warn-name-empty = The name of “{ $id }” cannot be seen; the id is shown in its place.
agenda-warn-beyond-end = The items last until { $until }, { $minutes } min beyond the end at { $end }.
agenda-warn-seats = There are more seats ({ $seats }) than candidates ({ $candidates }).

agenda-capacity-chair = chair
agenda-capacity-secretary = secretary
agenda-capacity-member = member
agenda-capacity-invited = invited
agenda-capacity-observer = observer
agenda-kind-opening = opening
agenda-kind-report = report
agenda-kind-discussion = discussion
agenda-kind-round = round, each unit in turn
agenda-kind-motion = motion
agenda-kind-approval = approval of a document
agenda-kind-election = election
agenda-kind-break = break
agenda-kind-closing = closing

# agenda: the end

## names

names-called = { $name } ({ $id })
names-ambiguous = “{ $name }” could be { $candidates }. Type more of the name, or the id.
names-unknown = Nobody on the roster is called “{ $name }”. To add them, type `:enrol "{ $name }", title, unit`.
names-unknown-near = Nobody on the roster is called “{ $name }”. Did you mean { $near }? To add somebody new, type `:enrol "{ $name }", title, unit`.

# names: the end

## check

check-file-missing = There is no file { $file }.
check-file-permission = You may not read { $file }.
check-file-unread = { $file } could not be read: { $cause }.
check-file-folder = { $file } is a folder. Name a file in it.
check-file-device = { $file } is a pipe or a device, not a file. Save its content to a file first.
check-file-large = { $file } is larger than { $most } MB and was not read.
check-file-empty = { $file } is empty. `tribune new` writes an agenda to begin with.
check-file-wide = { $file } is saved as UTF-16. Save it as UTF-8.
check-file-utf8 = { $file } is not UTF-8 text: line { $line }, byte { $byte }. Save it as UTF-8.
check-warning = warning: { $warning }
check-mistakes = { $file }: { $count } { $count ->
    [one] mistake
   *[other] mistakes
  }. It cannot be used until that is put right.
check-good = { $file }: in order.
check-agenda = { $file }: in order. Items: { $items }, persons: { $persons }, units: { $units }, voters: { $voters }.
check-rule = { $name }: { $rule }.
check-rule-preset = Rule { $name }
check-rule-own = Own rule
check-quorum = Of the meeting — { $quorum }.
check-item-rule = Item { $number } “{ $title }”: { $name }: { $rule }.
new-unknown = There is no template “{ $name }”. Known: { $known }.
new-unknown-near = There is no template “{ $name }”. Did you mean { $near }? Known: { $known }.

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
rules-counted-votes = { $count ->
    [one] vote
   *[other] votes
  }
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
rules-explained-tie-chair = ; a tie may be decided by the chair’s casting vote
rules-quorum-none = no quorum is needed
rules-quorum-number = quorum: { $number } entitled to vote must be present
rules-quorum-share = quorum: { $share } must be present
rules-carried = carried — needed { $needed } of { $of } { $counted }, had { $had } (base: { $base })
rules-carried-by-chair = carried by the chair’s casting vote — needed { $needed } of { $of } { $counted }, had { $had } (base: { $base })
rules-carried-anyway = carried — had { $had } { $counted }, enough whatever the others did (base: { $base })
rules-not-carried = not carried — { $reason }
rules-failed-anyway = had { $had } { $counted }, too few whatever the others did (base: { $base })
rules-failed = needed { $needed } of { $of } { $counted }, had { $had } (base: { $base })
rules-failed-none-for = nobody was for
rules-failed-opposed = nobody may be against, and { $against } { $against ->
    [one] was
   *[other] were
    } against
rules-failed-not-all = all { $of } { $counted } had to be for, and { $had } { $had ->
    [one] was
   *[other] were
    }
rules-tie = a tie: needed { $needed } of { $of } { $counted }, had { $had } (base: { $base })
rules-tie-open = a tie — needed { $needed } of { $of } { $counted }, had { $had } (base: { $base }); the chair may cast a vote, else it fails
rules-failed-group = not carried in the group “{ $group }” — { $reason }
rules-group-others = others

# rules: the end

## ballot

ballot-open-already = { $ballot } is open (“{ $question }”): enter its result, or make it void, first.
ballot-none-open = No ballot is open: open one with `:ballot`.
ballot-is-void = { $ballot } is void ({ $reason }): open a new one with `:ballot`.
ballot-no-question = This item asks for no vote: say what is put, as in `:ballot "question"`.
ballot-amendments-first = { $id } has amendments that come first: put them with `:ballot`, or add `really`.
ballot-amendment = { $id }: { $text }
ballot-method-forced = This item is to be decided by { $method }: leave the method out, or add `really`.
ballot-method-show-of-hands = show of hands
ballot-method-roll-call = roll call
ballot-method-secret = secret ballot
ballot-method-consent = general consent
ballot-method-declared = declared by the chair
ballot-rule-never = Nothing can pass under this rule ({ $rule }): name another.
ballot-no-quorum = No quorum: { $present } present, { $needed } needed; mark who is here, or add `really`, and the record says so.
ballot-no-quorum-counted = No quorum: { $present } present by the head count, { $needed } needed; enter a new `:count` if more are here, or add `really`, and the record says so.
ballot-count-again = A head count of { $present } holds in place of the roll: enter a new `:count` if more are here.
ballot-unmarked = Not marked yet: { $names } — mark who is here with `:present`.
ballot-counted-already = Counting has begun: those entitled and present stay as they were taken.
ballot-nothing-said = Say how many, as in `14 for 9 against 3 abstaining`.
ballot-no-groups = Votes are counted together here, not by group: leave “{ $group }” out.
ballot-tally-groups = Each group is counted: enter `:tally GROUP: …` for { $groups }.
ballot-group-unknown = No group “{ $group }” votes: the groups are { $groups }.
ballot-group = { $group }
ballot-in-group = { $group }: { $what }
ballot-groups-missing = Not counted yet: { $groups } — enter `:tally GROUP: …` for each.
ballot-present-unknown = How many are present is not known: enter the numbers, or `:count N` first.
ballot-counted-by-answers = The answers are being recorded: correct them with `:answers`, or make the ballot void.
ballot-counted-by-names = The votes are counted for each name: go on with `:votes`, or make the ballot void.
ballot-declared-already = It was decided without a count: announce the result, or make the ballot void.
ballot-counted-as-one = It is counted as a whole: correct that count, or make the ballot void.
ballot-secret-is-counted = A secret ballot is counted: enter its `:papers` and `:tally`.
ballot-no-clear-majority = A clear majority is only declared where more than half of the votes is enough ({ $rule }): count the votes.
ballot-consent-not-enough = Even if nobody objects, too few are present ({ $rule }).
ballot-secret-no-answers = In a secret ballot no answer is ever recorded: enter the tally.
ballot-not-roll-call = This is no roll call: enter the tally, or make the ballot void and open it with `roll-call`.
ballot-not-entitled = { $who } has no vote here.
ballot-voter-not-present = { $who } is not present: mark them first, before the first answer.
ballot-voter-late = { $who } came after the roll call had begun, and is not called in it.
ballot-no-papers = Papers belong to a secret ballot: make this one void and open it with `secret`.
ballot-no-election = This ballot fills no office: enter a tally.
ballot-too-many-votes = Too many: { $sum }, but { $present ->
    [one] one is present
   *[other] { $present } are present
  }.
ballot-too-many-counted = Too many: { $sum }, but { $returned ->
    [one] one paper was returned
   *[other] { $returned } papers were returned
  }.
ballot-too-many-issued = Too many: { $issued ->
    [one] one paper issued
   *[other] { $issued } papers issued
  }, but { $present ->
    [one] one is present
   *[other] { $present } are present
  }.
ballot-too-many-returned = Too many: { $returned ->
    [one] one paper returned
   *[other] { $returned } papers returned
  }, but only { $issued } can have been issued.
ballot-nothing-counted = Nothing was counted: enter `:tally`, `:clear majority` or `:unopposed` first.
ballot-nothing-counted-consent = Nothing was counted: enter `:tally` or `:unopposed` first.
ballot-nothing-counted-tally = Nothing was counted: enter the `:tally` first.
ballot-nothing-answered = Nobody has answered yet: enter `:answers WHO for`.
ballot-unanswered = Not answered yet: { $names }; record their answers (`none` for not voting), or add `really`.
ballot-missing-entitled = How many are entitled is not known: enter `:count PRESENT of ENTITLED`.
ballot-missing-present = How many are present is not known: enter `:count N`.
ballot-missing-for = Say how many were for.
ballot-missing-against = Say how many were against.
ballot-missing-abstaining = Under this rule abstentions count: say how many there were.
ballot-missing-blank = Say how many papers were blank.
ballot-missing-invalid = Say how many papers were invalid.
ballot-no-casting-vote = This rule gives the chair no casting vote: a tie fails ({ $rule }).
ballot-no-tie = There is no tie to decide: { $verdict }.
ballot-void-why = Say why the ballot is void.
ballot-void = void: { $reason }
ballot-void-said = { $reason }
ballot-void-papers = { $returned ->
    [one] one paper returned
   *[other] { $returned } papers returned
  }, but only { $issued } issued
ballot-void-left = left without a result
ballot-consent = carried — nobody objected
ballot-declared = carried — a clear majority, declared by the chair
ballot-without-quorum = { $sentence }; held without a quorum: { $present } present, { $needed } needed
ballot-told-opened = { $ballot } is open: { $question } — { $method }, { $rule }. { $size }.{ $quorum }
ballot-told-opened-office = { $ballot } is open: { $question }, round { $round }, { $seats } { $seats ->
    [one] seat
   *[other] seats
    }, candidates { $candidates } — { $method }, { $rule }. { $size }.{ $quorum }
ballot-told-without-quorum = {" "}There is no quorum: { $present } present, { $needed } needed.
ballot-told-size = { $present } present of { $entitled } entitled
ballot-told-present = { $present } present
ballot-told-entitled = { $entitled } entitled
ballot-told-size-unknown = How many are entitled and present is not known
ballot-told-retaken = Taken again: { $size }.
ballot-told-tallied = Counted: { $counts }.
ballot-told-tallied-group = Counted in the group “{ $group }”: { $counts }.
ballot-told-votes = Counted for { $who }: { $counts }.
ballot-told-slate = Counted for the list as a whole: { $counts }.
ballot-told-voters = { $voters } took part.
ballot-told-papers = Papers: { $counts }.
ballot-told-for = { $count } for
ballot-told-against = { $count } against
ballot-told-abstaining = { $count } abstaining
ballot-told-issued = { $count } issued
ballot-told-returned = { $count } returned
ballot-told-blank = { $count } blank
ballot-told-invalid = { $count } invalid
ballot-told-unopposed = Nobody objects.
ballot-told-clear-majority = The chair declares a clear majority.
ballot-told-answered = { $who }: { $answer }.
ballot-answer-for = for
ballot-answer-against = against
ballot-answer-abstain = abstaining
ballot-answer-none = not voting
ballot-told-tie = { $ballot }, { $question }: { $result }.
ballot-told-tie-asks = { $ballot } is a tie: type `:casting vote for` or `:casting vote against`; `:result` again lets it fail.
ballot-told-casting-for = The chair votes for.
ballot-told-casting-against = The chair votes against.
ballot-told-casting-dropped = Counted again: the chair’s vote on the earlier tie no longer counts.
ballot-told-tie-dropped = Counted again: the tie that was announced no longer stands.
ballot-told-closed = { $ballot }, { $question }: { $result }.
ballot-told-voided = { $ballot }, { $question }: { $result }.
ballot-told-nominated = { $who } stands.
ballot-told-declined = { $who } no longer stands.
ballot-told-tellers = Votes are counted by { $names }.

# ballot: the end

## election

election-no-item = Nominations belong to an election item: open it first.
election-ballot-open = The ballot for “{ $office }” is open: its candidates stay as they are.
election-all-balloted = Every office of “{ $item }” has its result: `:ballot "{ $office }"` ballots that office again.
election-seats-left = Every office of “{ $item }” was balloted and seats are open: `:second round` fills them.
election-no-office = No office “{ $office }” is to be filled here: the offices are { $offices }; add `really` to put it as a question.
election-no-candidates = Nobody stands for “{ $office }”: `:nominate` somebody first.
election-stands-already = { $who } stands already.
election-not-a-candidate = { $who } does not stand: the candidates are { $candidates }.
election-teller-stands = { $who } counts the votes, and cannot stand: name other tellers first.
election-candidate-counts = { $who } stands, and cannot count the votes.
election-tellers-no-item = Tellers are named for the open item: open one first.
election-elected-already = { $who } was elected already.
election-no-round = No election of this item has seats left: open one with `:ballot`.
election-no-groups = An election is counted for each name, not by group: name another rule.
election-no-roll-call = With more candidates than seats there is no roll call: use `secret` or `show-of-hands`.
election-votes-by-name = There are more candidates than seats: enter `:votes WHO N` for each.
election-slate-contested = { $candidates } stand for { $seats } { $seats ->
    [one] seat
   *[other] seats
    }: a list can only be voted as a whole where each has a seat.
election-voters-too-many = Too many: { $voters ->
    [one] one voter
   *[other] { $voters } voters
  }, but { $present ->
    [one] one is present
   *[other] { $present } are present
  }.
election-votes-too-many = Too many: { $sum } for one name, but { $limit } could vote.
election-votes-beyond-seats = Too many: { $votes ->
    [one] one vote
   *[other] { $votes } votes
  } in all, but { $limit ->
    [one] one voter
   *[other] { $limit } voters
  } with { $seats } { $seats ->
    [one] seat
   *[other] seats
    } { $limit ->
    [one] has { $most }
   *[other] have { $most }
  }.
election-votes-missing = No votes entered for { $candidates }: enter `:votes WHO N` (0 where there are none).
election-voters-missing = Several seats, and only votes for: enter `:voters N`, how many took part.
election-nothing-counted = Nothing was counted: enter `:votes WHO N` for each candidate.
election-nothing-counted-slate = Nothing was counted: enter `:votes WHO N` for each candidate, or `:slate N for …`.
election-no-casting-vote = A tie over a seat is not for the chair to decide: put it again with `:second round`.
election-sentence = { $elected }{ $others }{ $tied }{ $open } (base: { $base })
election-elected = elected: { $names }
election-nobody = nobody elected
election-others = ; not elected: { $names }
election-tied = ; tied over the last seat, which nobody has: { $names }
election-left = ; { $left } of { $seats } { $seats ->
    [one] seat
   *[other] seats
    } open
election-with-votes = { $who } (needed { $needed } of { $of ->
    [one] { $of } vote
   *[other] { $of } votes
  }, had { $had })
election-with-present = { $who } (needed { $needed } of { $of } present, had { $had })
election-with-entitled = { $who } (needed { $needed } of { $of } entitled, had { $had })
election-consent = elected, nobody objecting: { $names }
election-declared = elected by a clear majority, declared by the chair: { $names }

# election: the end

## journal

journal-nothing-happened = Nothing was recorded by this; everything before it is safe.
journal-try-again = Make room or mend the disk, then do it again.
journal-go-on-in-new-file = Nothing more is written to this file; type `:save` to go on in a new one and keep the old beside it.
journal-watch-instead = Watch it with `tribune watch { $journal }`, or close it there first.
journal-torn =
    The last line of the journal was cut short when the program or the power ended: { $bytes ->
        [one] one byte that was never confirmed was dropped
       *[other] { $bytes } bytes that were never confirmed were dropped
    }. Whole and confirmed: { $records ->
        [one] one record
       *[other] { $records } records
    }.
journal-damaged =
    The journal is damaged in line { $line }: { $wrong }. Whole before it: { $records ->
        [one] one record
       *[other] { $records } records
    }. After it: { $following ->
        [one] one line
       *[other] { $following } lines
    }. It is opened for reading only; type `:save` to go on from the whole records in a new file and keep this one beside it.
journal-wrong-unreadable = it cannot be read
journal-wrong-unknown = it holds something that this version does not know
journal-wrong-changed = it was changed after it was written
journal-wrong-missing = { $count ->
    [one] one record is missing before it
   *[other] { $count } records are missing before it
}

# journal: the end

## room
room-stamp-before-record = The stamp { $stamp } is before the last record, { $last }. Time does not run back: leave the stamp out, or repair the times with `:began` and `:ended`.
room-broken = Everything recorded before it is safe. Nothing more can be recorded here: quit, and run the meeting again to go on from the last record.

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
error-cause-no-folder = its folder does not exist
error-cause-taken = the name is taken
error-cause-other = { $said }

# error: the end

## meeting

# meeting: the end

## roster

roster-unchanged = { $person } is already recorded that way.
roster-name-empty = The name is empty. Write it in quotes: `:enrol "Name", title, unit`.
roster-enrolled-already = { $person } is on the roster already.
roster-unknown-person = “{ $person }” is not on the roster. Type `:enrol "{ $person }", title, unit` to add them.

# roster: the end

## roll

roll-unmarked = unmarked
roll-present = present
roll-excused = excused
roll-absent = absent
roll-left = left
roll-represented = represented
roll-represents-self = { $person } cannot represent themselves. Name somebody else after `by`.
roll-proxy-not-present = { $person } is not present and cannot represent anybody. Mark them present first.
roll-away-already = { $person } is out of the room for this item already.
roll-recused-already = { $person } has already been recused from this item.
roll-count-too-large = { $present } present of { $of } cannot be: the first number must not be the larger.
roll-count-beyond-the-roll = { $present } present cannot be: by the roll { $entitled } are entitled. If more are, say of how many, as in `:count { $present } of { $present }`.
roll-no-count = No head count was announced; the figures are those of the roll.
roll-unchanged = { $person } is recorded as { $status } already.
roll-left-not-present = { $person } was not present and cannot have left.
roll-no-item = No item is open, so nobody can be away or recused from it. Open one with `:item`.
roll-in-the-future = { $time } has not come yet. Give a time that is past, or leave it out.

# roll: the end

## progress

progress-planned = planned
progress-open = open
progress-interrupted = interrupted
progress-closed = closed
progress-skipped = skipped
progress-deferred = deferred
progress-open-already = The meeting has been opened already.
progress-suspended-already = The meeting is suspended already. `:reopen` goes on with it.
progress-suspend-past = That time is past. Suspend until a later time, or give none.
progress-ballot-open = Ballot { $ballot } is open. Type `:result` to announce its result, or `:void` with a reason.
progress-not-suspended = The meeting is not suspended, so there is nothing to reopen.
progress-hindrance-waiting = { $count ->
    [one] one person waits
   *[other] { $count } people wait
  } for the floor: { $names }
progress-hindrance-ballot = ballot { $ballot } is open, and would become void
progress-hindrance-no-result = “{ $title }” has no result yet
progress-hindrance-item = item { $number }, { $title }: { $status }
progress-adjourn-refused = The meeting is not finished. Add `really` to adjourn all the same.
progress-next-refused = The item cannot be left yet. Add `really` to go on all the same.
progress-close-refused = The item cannot be closed yet. Add `really` to close it all the same.
progress-chair-already = { $person } is in the chair already.
progress-chair-not-present = { $person } is recorded as { $status } and cannot take the chair. Mark them present first.
progress-no-item = There is no such item on the agenda.
progress-no-later-item = There is no later item to open. Type `:adjourn` to end the meeting, or `:add` to add one.
progress-no-earlier-item = There is no item before this one.
progress-none-open = No item is open. Open one with `:item` and its number, or `:item next`.
progress-close-contradicts = The ballot says { $result }, so the item cannot be closed as { $said }. Close it without a word, or void the ballot.
progress-title-empty = The title is empty. Write it in quotes.
progress-move-range = The agenda has { $count ->
    [one] one item
   *[other] { $count } items
  }; give a number from 1 to { $count }.
progress-not-ahead = “{ $title }” is { $status } and cannot be skipped or deferred any more.
progress-item-still-open = The item is still open. Close it first, then say when it ended.
progress-not-adjourned = The meeting is not adjourned yet, so it has no end to set right.
progress-time-too-early = That is before { $time }, where something else is recorded. Give a later time.
progress-time-too-late = { $time } is after what follows it, or has not come yet. Give an earlier time.
progress-reload-mistakes = The agenda file has mistakes and was not taken over. Run `tribune check` on it.
progress-reload-same = The agenda file says nothing new.
progress-change-fact = “{ $key }” changes
progress-change-unit-added = unit added: { $name }
progress-change-unit = unit changed: { $name }
progress-change-person-added = person added: { $name }
progress-change-person = person changed: { $name }
progress-change-item-added = item added: { $title }
progress-change-item = item changed: { $title }
progress-change-item-gone = item taken off: { $title }

# progress: the end

## floor

floor-next-given-already = { $name } was given the floor in the meantime. Look again before going on.
floor-next-ended-already = The turn was ended in the meantime. Give `:next` again if you still want to go on.
floor-nobody-waits = Nobody waits for the floor. Give it by name with `:floor`, or go on with `:item next`.
floor-has-it-already = { $name } has the floor already.
floor-away = { $name } is out of the room for this item. Type `:present` to bring them back.
floor-not-present = { $name } is recorded as { $status } and cannot have the floor. Mark them present first.
floor-unit-absent = Nobody of { $name } is present. Mark somebody present first.
floor-nobody-speaks = Nobody has the floor.
floor-paused-already = The clock is stopped already. Type `:continue` to let it run.
floor-not-paused = The clock is running; there is nothing to continue.
floor-no-limit = This turn has no time limit to extend.
floor-each-zero = Each speaker needs at least one second.
floor-waits-already = { $name } is on the list already.
floor-list-closed = The list of speakers is closed. Type `:list open` to take requests again.
floor-list-closed-already = The list of speakers is closed already.
floor-list-open-already = The list of speakers is open already.
floor-list-empty = Nobody is on the list of speakers.
floor-nobody-to-interrupt = Nobody has the floor, so there is nobody to put a question to. Use `:ask` or `:floor` instead.
floor-interposed-already = A question is being put already. Type `:done` to go back to the speaker first.
floor-not-on-list = { $name } is not on the list of speakers. Type `:ask` to add them.
floor-order-same = The list is in that order already.
floor-repair-interposed = End the interposed question with `:done` first, then set the times right.
floor-repair-written = A written statement has no length, so there is no time to set right.
floor-repair-question = { $name } put a question within another’s turn. Set the times of that turn right instead.
floor-repair-over-question = { $name } put a question to { $speaker } from { $from } to { $until }. Give a time that leaves it inside the turn.
floor-no-such-turn = There is no such turn; it may have been taken back. Choose another.
floor-no-turn = Nobody has spoken yet, so there is no turn to set right.
floor-was-already = That turn is { $name }’s already.
floor-no-two-turns = There are no two turns to swap yet.
floor-same-speaker = Both turns are the same speaker’s.

# floor: the end

## contribution

contribution-open = open
contribution-answered = answered
contribution-adopted = adopted
contribution-declined = declined
contribution-carried = carried
contribution-done = done
contribution-suggestion = suggestion
contribution-offer = offer
contribution-request = request
contribution-commitment = commitment
contribution-question = question
contribution-remark = remark
contribution-unknown = There is no { $id }.
contribution-merged = { $id } was merged into { $into }. Use { $into }.
contribution-struck = { $id } was struck. Undo that first.
contribution-same = { $id } is named twice. Name two different ones.
contribution-empty = There is no text to note. Write what was said.
contribution-kind-already = { $id } is recorded as { $kind } already.
contribution-nobody-supports = Nobody has the floor, so nobody can support it. Give the floor first.
contribution-own = { $id } comes from { $name } already.
contribution-supported-already = { $name } supports { $id } already.
contribution-none-yet = You have noted nothing yet that could be mended.
contribution-not-in-line = “{ $old }” does not stand in { $id }, your last line.
contribution-file-nothing = Say where { $id } belongs: `@unit`, `@person` or `#theme`.

# contribution: the end

## outcome

outcome-adopted = adopted
outcome-rejected = rejected
outcome-amended = amended
outcome-deferred = deferred
outcome-noted = noted
outcome-elected = elected
outcome-seats-open = seats open
outcome-action-empty = Say what is to be done after the colon.
outcome-no-action = There is no { $id }.
outcome-action-done-already = { $id } is done already.
outcome-no-matter = There is no { $id } among the matters arising.
outcome-action-already = { $id } became { $action } already.

# outcome: the end

## motion

motion-unknown = There is no { $id }.
motion-withdrawn = { $id } was withdrawn.
motion-voted = { $id } has been voted on already.
motion-under-vote = { $id } is being voted on. Void the ballot first.
motion-empty = The text is empty. Write it in quotes.
motion-none-pending = There is no motion without a result to amend. Name one, as in `to P1`.
motion-amends-amendment = { $id } is an amendment itself. Amend the motion.
motion-seconds-self = { $person } cannot second their own motion. Name somebody else.
motion-mover-not-present = { $person } is recorded as { $status } and cannot move or second anything. Mark them present first.

# motion: the end

## undo

undo-nothing = There is nothing of yours to undo.
undo-nothing-to-redo = There is nothing to redo.
undo-no-record = There is no record { $record }. Type `:log` to see them.
undo-undone-already = Record { $record } is undone already.
undo-of-undo = Record { $record } is an undo itself. Type `:redo` to bring back what it took.
undo-of-another = Record { $record } is { $author }’s; only the chair can undo it.
undo-built-on = Record { $later } builds on record { $record }. Undo { $later } first, or set it right with a command.
undo-across-ballot = Record { $record } ended a ballot, and nothing is undone across it. Use a visible correction instead.
undo-across-adjournment = The meeting was adjourned at record { $record }, and nothing is undone across it.

# undo: the end

## permit

permit-not-allowed = That is for the chair. Ask them to do it.
permit-not-open = The meeting has not been opened. Type `:open` first.
permit-suspended = The meeting is suspended. Type `:reopen` first.
permit-adjourned = The meeting is adjourned. What is wrong in its record is set right with `tribune correct SESSION`.

# permit: the end

## refusal

# refusal: the end

## phrase

phrase-nothing = Nothing was typed. `?` shows what can be said.
phrase-unknown = There is no command “{ $command }”. `:help` lists all; a line without a colon is noted as a contribution.
phrase-usage = The words after `{ $command }` do not fit it.
phrase-form = :{ $form }
phrase-several = “{ $name }” could be several. Type more of the name, or the id.
phrase-unit-which = It is not clear who speaks for { $unit }: not exactly one of its people is present. Name one of them.
phrase-unit-nobody = { $unit } has nobody on the roster. Name a person; `:enrol` adds one.
phrase-no-unit = “{ $unit }” is no unit of the roster. Type its name, its short name or its id.
phrase-no-item = { $items ->
    [1] There is no item { $number }; the agenda has only item 1.
   *[other] There is no item { $number }; the agenda has { $items }. Type a number from 1 to { $items }.
 }
phrase-no-earlier-turn = There is no earlier turn to file this line under. Leave out `<`.
phrase-no-host = Letting guests in is not available in this version. `tribune watch` shows the meeting in a second terminal.

# phrase: the end

## help

help-title = Commands of a meeting
help-intro = A line is noted as a contribution; a line that begins with `:` is a command.
help-form = { $form } — { $what }
help-row = :{ $form } — { $what }
help-names = Names: { $names }
help-entry = { $what }. { $names }.
help-example = Example: :{ $example }
help-rules = The rules that a ballot or an agenda may name:
help-rule = { $name }: { $rule }
help-who = WHO is an id, a name, the beginnings of its words, pinyin or its initials, or any part; several are parted by commas.
help-times = Times are 14:10; lengths 1m, 90s, 1h or 1m30s; dates 2024-03-15, +14d or next meeting. `really` at the end overcomes what can be overcome.
help-group-meeting = Meeting
help-group-agenda = Agenda
help-group-roll = Roll
help-group-floor = Floor
help-group-repair = Repairing times
help-group-capture = Contributions
help-group-outcome = Outcomes
help-group-ballot = Ballots
help-group-record = Record and program
help-form-text = note it, from whoever has the floor
help-form-kind = note it as that kind
help-form-from = note it from them, or from several jointly
help-form-theme = and file it under a theme; `@` further on mentions somebody
help-form-back = file the line one turn back, once for each `<`
help-form-substitute = mend your own last line
help-form-support = the speaker’s unit supports that contribution
help-form-filter = show only what contains that
help-open = call the meeting to order and open item 1
help-suspend = break off the sitting
help-reopen = begin the next sitting
help-adjourn = end the meeting and save it
help-chair = hand the chair over
help-next-meeting = announce the next meeting
help-quit = leave; the meeting stays open
help-item = go to an item; the running turn ends
help-item-next = close the item and open the next
help-item-back = go to the item before
help-close = close the item, with what became of it
help-add = add an item at the end
help-move = give an item another place
help-skip = leave an item out
help-defer = put an item off to another meeting
help-retitle = call an item something else
help-reload = list what changed in the agenda file; with `really` take it over
help-present = mark people present
help-excused = mark people excused
help-absent = mark people absent
help-left = mark people as gone
help-represented = mark somebody as represented by another
help-away = mark somebody as out of the room for this item
help-recused = mark somebody as taking no part in this item; out of its base
help-enrol = add a person to the roster; invited and without a vote unless said otherwise
help-amend = mend what the roster says of a person
help-count = an announced head count replaces the roll’s figures, until `:count off`
help-next = give the floor to the next on the list
help-floor = give somebody the floor
help-done = end the turn; with an id, say that an action is done
help-pause = stop the speaker’s clock
help-continue = let the clock run again
help-extend = give the speaker more time
help-each = set the time for each speaker from the next on; alone, show the pace
help-ask = put somebody on the list of speakers
help-order = a point of order: goes ahead of the list
help-interpose = a question to the speaker; `:done` goes back to the speaker
help-withdraw = take somebody off the list, or a motion back
help-first = put somebody at the head of the list
help-place = put somebody behind another
help-list = close or open the list of speakers
help-fair = put those heard least first
help-written = file a statement handed in
help-began = say when it really began
help-ended = say when it really ended
help-was = say whose turn it really was; its lines go along
help-swap = exchange the persons of the last two turns
help-re = note a reply to a contribution
help-say = note a line as it stands, marks and all
help-edit = word a contribution anew
help-kind = give a contribution another kind
help-file = file a contribution under others
help-star = star a contribution, or take the star away
help-alike = say that two contributions are alike, or are not
help-strike = strike a contribution; it stays in the record
help-merge = merge the second into the first
help-answer = say what became of a contribution or a matter arising
help-private = keep a note that goes into no record
help-decide = record a decision of the item
help-action = record something to be done
help-becomes = turn a contribution into an action
help-motion = put a motion
help-amendment = move a change of a motion
help-carry = carry a matter arising to the next meeting
help-ballot = put a question to the vote; alone, what the item asks for; `again` takes those present anew
help-tally = enter what was counted
help-clear-majority = declare a clear majority without a count
help-unopposed = carried without a count: nobody objects
help-answers = enter an answer of the roll call
help-papers = enter what became of the papers
help-voters = enter how many took part in an election
help-votes = enter the votes for a candidate
help-slate = enter the votes for all candidates as a whole
help-nominate = add a candidate
help-decline = take a candidate off
help-tellers = say who counts in this item
help-result = close the ballot and announce what came of it
help-casting-vote = the chair decides a tie
help-second-round = vote again on the seats not filled
help-void = make the open ballot void
help-undo = take back your latest act, or a named record
help-redo = bring back what was taken back
help-save = write the session file now
help-export = write documents
help-log = show what was recorded
help-help = explain a command, or the rules of voting
help-face = show another face
help-hall = choose what the hall is shown
help-lang = speak another language
help-theme = take other colours
help-host = let guests in

# help: the end

## telling

telling-person-office-title-unit = { $name }, { $office }, { $title } of { $unit }
telling-person-office-title = { $name }, { $office }, { $title }
telling-person-office-unit = { $name }, { $office }, { $unit }
telling-person-office = { $name }, { $office }
telling-person-title-unit = { $name }, { $title } of { $unit }
telling-person-title = { $name }, { $title }
telling-person-unit = { $name } of { $unit }
telling-nobody = somebody who is no longer on record
telling-gone = something that was taken back
telling-since = {" "}(since { $time })

telling-opened = The meeting is open: { $title }.
telling-suspended = The meeting is suspended.
telling-suspended-until = The meeting is suspended until { $until }.
telling-reopened = The meeting goes on.
telling-adjourned = The meeting is adjourned.
telling-chair-taken = In the chair: { $person }.
telling-next-meeting = The next meeting is on { $date }{ $start }{ $place }.
telling-next-start = {" "}at { $time }
telling-next-place = {" "}in { $place }
telling-item-opened = Item { $number } is open: { $title }.
telling-item-interrupted = Item { $number } is interrupted: { $title }.
telling-item-closed = Item { $number } is closed: { $title }.
telling-item-closed-outcome = Item { $number } is closed, { $outcome }: { $title }.
telling-item-text = On record: { $text }
telling-item-added = Item { $number } is added: { $title }.
telling-item-moved = Item { $number } is now: { $title }.
telling-item-skipped = Item { $number } is left out: { $title }. Reason: { $reason }
telling-item-deferred = Item { $number } is deferred to another meeting: { $title }.
telling-item-retitled = Item { $number } is now called: { $title }.
telling-agenda-replaced = The changed agenda is taken over.
telling-item-planned = Item { $number } is as the changed agenda has it: { $title }.
telling-item-dropped = Item { $number } is taken off, the changed agenda has it no more: { $title }.
telling-item-timed = Item { $number } was open from { $from }: { $title }.
telling-item-timed-until = Item { $number } was open from { $from } to { $until }: { $title }.
telling-opening-timed = The meeting was opened at { $at }.
telling-adjournment-timed = The meeting was adjourned at { $at }.
telling-hall = The hall is shown { $view }.
telling-hall-speaker = the speaker
telling-hall-list = the list of speakers
telling-hall-ballot = the ballot
telling-hall-break = that there is a break

telling-present = Present: { $person }{ $since }.
telling-online = Present online: { $person }{ $since }.
telling-excused = Excused: { $person }{ $since }.
telling-excused-reason = Excused: { $person }{ $since }. Reason: { $reason }
telling-absent = Absent: { $person }{ $since }.
telling-left = Left: { $person }{ $since }.
telling-unmarked = Unmarked again: { $person }.
telling-represented = Represented by { $by }{ $since }: { $person }.
telling-away = Out of the room for this item: { $person }{ $since }.
telling-recused = Recused from this item: { $person }{ $since }.
telling-counted = Head count: { $present } present.
telling-counted-of = Head count: { $present } present of { $of } entitled.
telling-count-ended = The figures of the roll count again.
telling-quorum-met = There is a quorum: { $present } present of { $entitled }, { $needed } needed.
telling-unrepresented = Nobody acts for { $names } while { $by } takes no part.
telling-represented-again = { $by } acts for { $names } again.
telling-quorum-lost = There is no quorum: { $present } present of { $entitled }, { $needed } needed.

telling-unit-added = New unit on the roster: { $unit }.
telling-enrolled = New on the roster: { $person }.
telling-amended-name = The name is now { $name }.
telling-amended-title = The title of { $person } is now { $title }.
telling-amended-office = The office of { $person } is now { $office }.
telling-amended-unit = { $person } now represents { $unit }.
telling-amended-no-unit = { $person } now represents no unit.
telling-amended-votes = Now entitled to vote: { $person }.
telling-amended-no-votes = No longer entitled to vote: { $person }.
telling-replaced = As the changed agenda has it: { $person }.

telling-given = On the floor: { $person }.
telling-given-for = On the floor for { $time }: { $person }.
telling-given-order = On the floor, on a point of order: { $person }.
telling-given-interposed = On the floor, with a question to the speaker: { $person }.
telling-spoke = { $person } spoke for { $time }.
telling-paused = The clock of { $person } stands at { $time }.
telling-continued = The clock of { $person } goes on.
telling-extended = { $person } has { $time } more.
telling-each = Each speaker has { $time } from the next on.
telling-each-plan = Each speaker has the planned time from the next on.
telling-asked = Asking for the floor: { $person }.
telling-asked-reason = Asking for the floor: { $person }. Reason: { $reason }
telling-asked-order = Point of order: { $person }.
telling-asked-order-reason = Point of order: { $person }. Reason: { $reason }
telling-withdrawn = Off the list of speakers: { $person }.
telling-entry-gone = A place on the list of speakers is given up.
telling-stepped-over = Stepped over, not here: { $person }.
telling-stepped-over-gone = Somebody who is not here is stepped over.
telling-reordered = The list of speakers is now: { $list }.
telling-reordered-empty = The list of speakers is empty.
telling-list-closed = The list of speakers is closed.
telling-list-opened = The list of speakers is open again.
telling-handed-in = Written statement handed in: { $person }.
telling-turn-timed = { $person } had the floor from { $from }.
telling-turn-timed-until = { $person } had the floor from { $from } to { $until }.
telling-speaker-corrected = That turn was: { $person }.

telling-theme-added = New theme: { $theme }.
telling-captured = { $id }, { $kind }, { $from }{ $re }: { $text }{ $themes }
telling-captured-re = {" "}in reply to { $id }
telling-captured-themes = {" "}({ $themes })
telling-unread = Nobody known is meant by { $mark }; it stays in the text.
telling-source = { $person }, { $units }
telling-source-alone = { $who }
telling-source-nobody = the chair
telling-supported = { $unit } supports { $id }.
telling-edited = { $id } now says: { $text }
telling-kind-set = { $id } is now of the kind { $kind }.
telling-filed = { $id } is now filed under { $from }.
telling-themes-set = { $id } is now about { $themes }.
telling-themes-none = { $id } has no theme any more.
telling-starred = { $id } has a star.
telling-unstarred = { $id } has no star any more.
telling-alike = { $id } and { $other } are alike.
telling-not-alike = { $id } and { $other } are not alike.
telling-struck = { $id } is struck.
telling-struck-reason = { $id } is struck. Reason: { $reason }
telling-merged = { $id } is merged into { $into }.
telling-answered = { $id } is now { $status }.{ $text }
telling-answered-text = {" "}Answer: { $text }
telling-is-starred = starred
telling-is-joint = joint
telling-is-supported = supported by { $units }
telling-is-answered = { $status }{ $text }
telling-is-answered-text = : { $text }
telling-is-action = action { $id }
telling-is-merged = merged into { $into }
telling-is-struck = struck{ $reason }
telling-is-struck-reason = : { $reason }

telling-moved = { $id }, motion by { $person }{ $seconded }: { $text }
telling-moved-amendment = { $id }, amendment to { $to } by { $person }{ $seconded }: { $text }
telling-moved-seconded = , seconded by { $person }
telling-motion-withdrawn = { $id } is withdrawn.
telling-decided = { $id }, decision: { $outcome }{ $review }.
telling-decided-text = { $id }, decision, { $outcome }: { $text }{ $review }
telling-decided-words = { $id }, decision: { $text }{ $review }
telling-decided-review = {" "}(to be reviewed by { $day })
telling-action = { $id }, action for { $owner }{ $due }: { $text }
telling-action-unowned = { $id }, action, owner open{ $due }: { $text }
telling-action-due = {" "}by { $day }
telling-due-next-meeting = the next meeting
telling-action-done = { $id } is done.
telling-matter = { $id }, open since { $session }{ $age }{ $owner }: { $text }
telling-matter-age = {" "}({ $age })
telling-matter-owner = , { $owner }

telling-undone = Taken back: { $what }
telling-redone = Brought back: { $what }

# telling: the end

telling-loose-motions = { $count ->
    [one] { $list } has no result.
   *[other] { $list } have no result.
}
telling-loose-lines = { $count ->
    [one] { $list } belongs to no unit.
   *[other] { $list } belong to no unit.
}
telling-loose-owners = { $count ->
    [one] { $list } has no owner.
   *[other] { $list } have no owner.
}
telling-loose-days = { $count ->
    [one] { $list } has no day to be done by.
   *[other] { $list } have no day to be done by.
}
telling-loose-unheard = Not heard ({ $count }): { $list }

## changes

changes-stage = The meeting: { $was } → { $is }
changes-stage-planned = not yet open
changes-stage-open = open
changes-stage-suspended = suspended
changes-stage-adjourned = adjourned
changes-item-open = The open item: { $was } → { $is }
changes-item = item { $number }, { $title }
changes-speaks = On the floor: { $was } → { $is }
changes-nobody = nobody
changes-none = none
changes-chair = In the chair: { $was } → { $is }
changes-next-meeting = Next meeting: { $was } → { $is }

changes-times = { $what }: { $was } → { $is }
changes-stretches = { $stretches } ({ $time })
changes-stretch = { $from }–{ $until }
changes-stretch-lasting = since { $from }
changes-never = not yet begun
changes-of-meeting = The meeting
changes-of-item = Item { $number }, { $title }
changes-of-turn = { $name }’s turn
changes-of-order = { $name }’s point of order
changes-of-question = { $name }’s question
changes-of-written = { $name }’s written statement
changes-turn = { $what }, { $times }
changes-person = { $what } from { $from } becomes { $name }’s.
changes-allotted = { $what }, time allowed: { $was } → { $is }
changes-unlimited = no limit
changes-clock-stands = { $what }: the clock stands.
changes-clock-runs = { $what }: the clock runs.

changes-gone = Removed: { $what }
changes-gone-many = Removed ({ $count }): { $names }
changes-come = Added: { $what }
changes-come-many = Added ({ $count }): { $names }
changes-entry = { $id }, { $text }

changes-lines-moved = { $count ->
    [one] { $ids } moves from { $was } to { $is }.
   *[other] { $count } lines move from { $was } to { $is }: { $ids }.
}
changes-lines-struck = { $count ->
    [one] { $ids } is struck.
   *[other] { $ids } are struck.
}
changes-lines-unstruck = { $count ->
    [one] { $ids } is no longer struck.
   *[other] { $ids } are no longer struck.
}
changes-lines-starred = { $count ->
    [one] { $ids } gets a star.
   *[other] { $ids } get a star.
}
changes-lines-unstarred = { $count ->
    [one] { $ids } loses its star.
   *[other] { $ids } lose their star.
}
changes-text = { $what }: “{ $was }” → “{ $is }”
changes-kind = { $what }, kind: { $was } → { $is }
changes-themes = { $what }, themes: { $was } → { $is }
changes-support = { $what }, supported by: { $was } → { $is }
changes-status = { $what }: { $was } → { $is }
changes-outcome = { $what }, outcome: { $was } → { $is }
changes-merged = { $what } goes into { $into }.
changes-unmerged = { $what } stands on its own again.

changes-entry-amended = { $name }: the entry on the roster changes.
changes-present = Present: { $was } → { $is }
changes-head-count = { $present } of { $entitled }

changes-withdrawn = withdrawn
changes-standing = standing
changes-ballot-open = being taken
changes-ballot-closed = closed
changes-ballot-void = void
changes-tie = { $what }: a tie. It stays open, and the chair is asked for a casting vote.
changes-recounted = { $what }: what was counted changes.

changes-list-gone = Off the list of speakers: { $names }
changes-list-come = On the list of speakers: { $names }
changes-list-order = The list of speakers: { $was } → { $is }

changes-spoken = { $name } has spoken in all: { $was } → { $is }
changes-noted = { $name }, lines noted: { $was } → { $is }

changes-others = { $count ->
    [one] one more
   *[other] { $count } more
}
changes-more = { $count ->
    [one] And one more change.
   *[other] And { $count } more changes.
}
changes-other = Only details change that are not listed here, such as a reason, whether lines are alike, or what the hall is shown.

# changes: the end

## cue

cue-joined = { $first } { $rest }
cue-parted = { $before }; { $name }
cue-minutes = { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }
cue-seconds = { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    }
cue-minutes-seconds = { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    } { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    }
cue-welcome = Good day to you all. I open the meeting: { $title }.
cue-welcome-organisation = On behalf of { $organisation } I welcome you all, and open the meeting: { $title }.
cue-attendance = Of { $entitled } entitled to vote, { $present ->
    [one] one is present
   *[other] { $present } are present
  }; { $needed ->
    [one] one is needed
   *[other] { $needed } are needed
  }. We have a quorum.
cue-attendance-short = Of { $entitled } entitled to vote, { $present ->
    [one] one is present
   *[other] { $present } are present
  }; { $needed ->
    [one] one is needed
   *[other] { $needed } are needed
  }. We do not have a quorum yet.
cue-attendance-bare = Of { $entitled } entitled to vote, { $present ->
    [one] one is present
   *[other] { $present } are present
  }.
cue-apologies = Apologies for absence have come from { $names }.
cue-introductions = May I introduce those present: { $names }.
cue-item = We come to item { $number }: { $title }.
cue-floor = I give the floor to { $next }.
cue-floor-for = I give the floor to { $next }, for { $time }.
cue-floor-own = I take the floor myself.
cue-conclude = Let me sum up.
cue-order = On a point of order I give the floor to { $next }.
cue-handover = Thank you, { $speaker }. I give the floor to { $next }.
cue-handover-own = Thank you, { $speaker }. Now you have the floor for your own turn.
cue-handover-again = Thank you, { $speaker }. Please go on: you have the floor again.
cue-handover-back = Thank you, { $speaker }. { $next }, please go on.
cue-handover-last = Thank you, { $speaker }.
cue-handover-order = Thank you, { $speaker }. On a point of order I give the floor to { $next }.
cue-one-minute = { $speaker }, you have one minute left.
cue-time-up = { $speaker }, your time is up; please come to a close.
cue-anyone = Who would like to speak?
cue-anyone-else = Does anyone else wish to speak?
cue-break = We pause for { $time }, and go on at { $until }.
cue-no-quorum = { $present ->
    [one] One is present
   *[other] { $present } are present
  } and { $needed ->
    [one] one is needed
   *[other] { $needed } are needed
  } for a quorum: we cannot vote yet.
cue-question = I put to the vote: “{ $question }”.
cue-thanks = I thank { $units } for what they brought to this meeting; { $noted ->
        [one] one contribution is
       *[other] { $noted } contributions are
    } on record.
cue-thanks-heard = I thank { $units } for what they brought to this meeting.
cue-adjournment = I thank everyone, and declare the meeting adjourned.
cue-adjournment-next = We meet again on { $date }. I thank everyone, and declare the meeting adjourned.
cue-suspended = We go on with the meeting.
cue-suspended-until = The meeting is suspended until { $until }.

cue-question-election = We come to the vote: { $question }.
cue-vote-hands = We vote on “{ $question }”. Those in favour, please raise your hand. Those against? Those abstaining?
cue-vote-hands-office = We vote: { $question }. I call each name; those in favour, please raise your hand.
cue-vote-roll-call = We vote on “{ $question }”. You are called by name; please answer for, against or abstaining.
cue-vote-papers = We vote on “{ $question }”. Please mark your papers; the tellers will collect them.
cue-vote-papers-office = We vote: { $question }. Please mark your papers; the tellers will collect them.
cue-with-votes = { $who } with { $votes ->
    [one] 1 vote
   *[other] { $votes } votes
}
cue-elected-one = { $names } is elected
cue-elected = { $names } are elected
cue-elected-nobody = nobody is elected
cue-not-elected-one = { $names } is not elected
cue-not-elected = { $names } are not elected
cue-tied = { $names } are tied for the last seat, which nobody has
cue-seats-left = { $left ->
    [one] one seat stays
   *[other] { $left } seats stay
} open
cue-carried = carried, with { $counts }
cue-carried-by-chair = carried by the chair’s casting vote, with { $counts }
cue-failed = not carried, with { $counts }
cue-failed-by-chair = not carried, by the chair’s casting vote, with { $counts }
cue-failed-tie = not carried, for it is a tie, with { $counts }
cue-failed-group = not carried, for the group “{ $group }” did not carry it; with { $counts } in all
cue-without-quorum = { $result }; the vote was held without a quorum
cue-result = I announce the result on “{ $question }”: { $result }.

# cue: the end

## plain

plain-cue = To say: { $words }
plain-one-minute-left = One minute left: { $person }.
plain-time-is-up = Time is up: { $person }.
plain-over-by = Over by { $time }: { $person }.
plain-nothing-to-change = That is so already; nothing was changed.
plain-candidate = Perhaps: { $candidate }
plain-usage = It is written: { $usage }
plain-line-too-long = The line is longer than { $limit } bytes. Cut it into several.
plain-line-not-utf8 = The line is not UTF-8 text. Save the file as UTF-8.
plain-script-refused = Line { $number } was refused: { $line }
plain-script-kept = The script ends here; what stands before this line is kept. Mend the line, then go on with `--continue`.
plain-left-open = The meeting is saved, and still open.

plain-saved = Saved.
plain-saved-nowhere = This is a rehearsal; nothing of it is kept.
plain-saved-in-new-file = Saved; the meeting goes on in { $path }.
plain-logged = { $number }, { $time }: { $told }
plain-logged-undone = { $number }, { $time }, taken back: { $told }

plain-not-here = That cannot be done here.
plain-no-theme = Plain mode has no colours.
plain-noted-privately = Kept among the private notes; it stands in no record.
plain-language = From here on in English.
plain-agenda-same = The agenda file is unchanged.
plain-agenda-changes = Say `:reload really` to take these changes over.
plain-agenda-mistake = Line { $line }, column { $column } of the agenda file: { $what }
plain-stage-planned = Not opened yet: { $title }.
plain-stage-open = Open: { $title }.
plain-stage-suspended = Suspended: { $title }.
plain-stage-adjourned = Adjourned: { $title }.
plain-item = Item { $number } of { $of }: { $title }.
plain-floor-free = Nobody has the floor.
plain-speaking = On the floor, { $time } so far: { $person }.
plain-speaking-left = On the floor, { $time } left: { $person }.
plain-speaking-over = On the floor, over by { $time }: { $person }.
plain-waiting = Waiting for the floor: { $names }.
plain-nobody-waits = Nobody waits for the floor.
plain-quorum-met = Quorum: yes, { $present } of { $entitled } entitled present.
plain-quorum-missing = Quorum: no, { $present } of { $entitled } entitled present.
plain-quorum-unknown = Present: { $present } of { $entitled } entitled; the quorum is not known.
plain-unheard = Not heard yet: { $names }.
plain-pace = { $rest } left in this item for { $waiting } waiting: { $each } each. `:each TIME` sets it.
plain-pace-nobody = { $rest } left in this item; nobody waits.
plain-pace-unknown = This item has no planned time; { $waiting } waiting.
plain-nothing-noted = Nothing has been noted yet.
plain-no-ballots = Nothing has been voted on yet.
plain-nothing-contains = Nothing noted contains: { $text }
plain-board = { $noted ->
    [one] One contribution
   *[other] { $noted } contributions
 } by { $by }: { $starred } starred, { $joint } joint, { $supported } supported, { $unanswered } unanswered, { $unowned } from nobody.
plain-board-group = { $title }: { $count ->
    [one] one contribution
   *[other] { $count } contributions
 }.
plain-board-line = { $line } — { $standing }
plain-more = And { $more } more; add a word to find fewer.
plain-roll = { $person }: { $status }.

plain-turn-ran-on = { $person } has had the floor for { $time }. If it ended when the meeting was left, say `:ended turn { $ago }s ago`.

# plain: the end

## summary

summary-person = { $name }
summary-numbers = { $present } of { $entitled } { $entitled ->
    [one] entitled voter present
   *[other] entitled voters present
  }{ $quorum }
summary-numbers-present = { $present } { $present ->
    [one] entitled voter present
   *[other] entitled voters present
  }{ $quorum }
summary-numbers-entitled = { $entitled ->
    [one] One entitled voter
   *[other] { $entitled } entitled voters
} on the roster; nobody counted who was present{ $quorum }
summary-numbers-unknown = nobody counted who was present{ $quorum }
summary-quorum = ; there was a quorum
summary-no-quorum = ; there was no quorum
summary-item = item { $number }, { $title }
summary-no-item = outside the agenda
summary-said = { $text }{ $review }
summary-decided = { $outcome }{ $review }
summary-decided-text = { $outcome }: { $text }{ $review }
summary-decided-reason = { $outcome } ({ $reason }){ $review }
summary-decided-text-reason = { $outcome }: { $text } ({ $reason }){ $review }
summary-review = {" "}(to be reviewed on { $day })
summary-elected = { $name } elected to the office “{ $office }”: { $figures }
summary-votes-all = { $for } for, { $against } against, { $abstaining } abstaining
summary-votes-both = { $for } for, { $against } against
summary-votes-for = { $for ->
    [one] one vote
   *[other] { $for } votes
}
summary-votes-none = elected without a count
summary-done = {" "}(done)
summary-due = {" "}(by { $day })
summary-action = { $owner }: { $text }{ $due }
summary-no-owner = nobody yet
summary-ballot = ballot { $id }

# summary: the end

## session

session-decision = { $item }: { $decision }
session-empty = The file is empty.
session-not-text = This is no session file: it is not UTF-8 text.
session-not-one = This is no session file: it has no journal.
session-damaged = The journal in this session file cannot be read any more. Its readable part can still be read with any editor.
session-later = This session file was written by a later tribune (format { $version }). Use that one to read it.
session-agenda = The agenda in this session file cannot be read any more.
session-no-seal = The seal is missing or cannot be read.
session-bytes-changed = The bytes of the file are not those that were sealed.
session-record-changed = Record { $record } is not the one that was sealed.
session-record-unreadable = Record { $record } cannot be read; it and those after it are left out.
session-count-changed = { $sealed ->
    [one] One record was sealed
   *[other] { $sealed } records were sealed
  }, and { $found ->
    [one] one is there
   *[other] { $found } are there
  }.
session-last-changed = The last record is not the one that was sealed.
session-untouched = { $stem } is untouched since it was sealed: { $records ->
    [one] one record, its chain whole
   *[other] { $records } records, their chain whole
}.
session-touched = { $stem } was changed since it was sealed.
session-records-hold = What is shown is what the records in the file say.

# session: the end

## export

export-open-bracket = {" ("}
export-close-bracket = )
export-comma = {", "}
export-semicolon = {"; "}
export-colon = {": "}
export-organisation = Organisation
export-date = Date
export-place = Place
export-time = Time
export-presided = In the chair
export-purpose = Purpose
export-state = Record
export-state-open = the meeting is not over yet
export-state-draft = draft, not approved yet
export-state-corrected = corrected, not approved yet
export-state-approved = approved
export-example = example
export-example-keys = example: { $keys }
export-example-whole = Everything here is invented, as an example.
export-example-record = What is recorded here — times, lines, figures — is an example.
export-turn-order = point of order
export-turn-interposed = interposed question
export-turn-written = in writing
export-example-meeting = Examples, the meeting: { $keys }.
export-example-units = Examples, units: { $names }.
export-example-people = Examples, persons: { $names }.
export-example-items = Examples, items: { $names }.
export-key-title = title
export-key-organisation = name of the organisation
export-key-purpose = purpose
export-key-date = date
export-key-start = beginning
export-key-end = end
export-key-place = place
export-key-chair = chair
export-key-name = name
export-key-office = office
export-key-unit = unit
export-key-kind = kind
export-key-time = planned time
export-key-each = time for each speaker
export-key-documents = documents
export-key-text = text
export-key-version = version
export-key-rule = rule
export-key-method = method
export-key-offices = offices
export-key-seats = seats
export-key-candidates = candidates
export-key-tellers = tellers
export-sitting = { $from } to { $until }
export-sitting-open = since { $from }
export-chair-from = { $person }, from { $from }
export-attendance = Attendance
export-apologies = Apologies
export-missing = Not present
export-from = from { $at }
export-until = until { $at }
export-online = online
export-represented = represented by { $by }
export-matters = Matters arising
export-outside = Outside the agenda
export-closed-session = closed session
export-used-of = took { $used } of { $planned } planned
export-used = took { $used }
export-outcome = outcome: { $outcome }
export-spoke = The floor was given to { $names }.
export-reported = { $name } reported
export-concluded = The chair concluded
export-supported = supported by { $names }
export-jointly = jointly with { $names }
export-reply = in reply to { $id }
export-motion = Motion { $id }:{" "}
export-moved = moved by { $by }
export-seconded = seconded by { $by }
export-amends = amends { $motion }
export-withdrawn = withdrawn
export-ballot-lead = Ballot { $id }:{" "}
export-ballot-open = not closed yet
export-round = round { $round }
export-void = void: { $reason }
export-for = { $number } for
export-against = { $number } against
export-abstaining = { $number } abstaining
export-blank = { $number } blank
export-invalid = { $number } invalid
export-issued = { $number ->
    [one] one paper issued
   *[other] { $number } papers issued
  }
export-returned = { $number ->
    [one] one paper returned
   *[other] { $number } papers returned
  }
export-entitled = { $number } entitled
export-present = { $number } present
export-candidate = Candidate
export-head-for = For
export-head-against = Against
export-head-abstaining = Abstaining
export-result = Result
export-is-elected = elected
export-is-not-elected = not elected
export-decision = Decision { $id }:{" "}
export-elected = Elected
export-office = Office
export-name = Name
export-votes = Votes
export-ballot = Ballot
export-actions = Actions
export-due = by { $day }
export-unheard = Not heard
export-unheard-present = Present
export-unheard-absent = Not present
export-next = Next meeting
export-wrote = Handed in writing by { $names }.
export-figures = In figures
export-theme = Theme
export-unit = Unit
export-lines = Contributions
export-item = Item
export-planned = Planned
export-time-used = Used
export-item-title = { $number }. { $title }
export-template-mistake = { $file }:{ $line }:{ $column }: { $what }
export-template-syntax = the template cannot be read here: { $what }
export-template-undefined = nothing of that name can be filled in here: { $what }
export-template-unknown = templates do not know this: { $what }
export-template-endless = the template does not come to an end; look for a loop in a loop
export-template-failed = this cannot be filled in: { $what }

# export: the end

## archive

archive-empty = There is no session in { $folder } yet. `tribune run AGENDA` holds a meeting.
archive-ambiguous = “{ $meant }” stands in { $count } names: { $names }. Type more of one.
archive-unknown = No session is called “{ $meant }”. The last one is { $near }.
archive-unknown-near = No session is called “{ $meant }”. Did you mean { $near }?
archive-file = { $path } could not be opened.

# archive: the end

## settings

settings-title = Settings
settings-files = The folder for settings of your account, ~/.config/tribune unless XDG_CONFIG_HOME or the system says otherwise, may hold settings.toml, keys.toml and themes/NAME.toml. What the command line says comes first, then NO_COLOR, then settings.toml. A mistake in them never stops a meeting: it is told, and the default stands.
settings-too-long = This file is longer than { $most } kB, which no settings are. Is it the right file?
settings-mistakes = { $file }: { $count ->
    [one] one mistake, and the default stands for it. `tribune check` tells it.
   *[other] { $count } mistakes, and the defaults stand for them. `tribune check` tells them.
 }
settings-folder = `{ $key }` is the whole path of a folder, such as "/srv/meetings", or one that begins in your own: "~/meetings".
settings-language = The language of screens and sentences: "en" or "zh-CN". Unless set, that of the system.
settings-theme = The theme of colours: dark, light, high-contrast, mono, or one of your own in themes/NAME.toml.
settings-ascii = true draws with ASCII characters only, for terminals that show lines and signs two columns wide.
settings-sessions = The folder of the sessions. Unless set, the one in the data folder of your account.
settings-mouse = false leaves the mouse to the terminal, so that text can be marked without holding a key.

theme-unknown = There is no theme “{ $name }”. There are { $known }.
theme-unknown-near = There is no theme “{ $name }”. Did you mean “{ $near }”? There are { $known }.
theme-two-colours = `{ $key }` has two colours, { $one } and { $other }. The one behind the characters follows `on`: "red on white".
theme-on = `{ $key }` needs a colour behind `on`: "red on white".
theme-exact = “{ $word }” is no colour. # is followed by six digits and letters a–f: "#7fb4ca".
theme-word = `{ $key }` holds “{ $word }”, which is no look. Known: { $known }; also "#7fb4ca", and `on` before the colour behind.
theme-word-near = `{ $key }` holds “{ $word }”, which is no look. Did you mean “{ $near }”?

# settings: the end

## keys

keys-title = Keys
keys-anywhere = Always
keys-empty-line = While the line is empty
keys-selecting = While the line is empty or a filter
keys-line = While something is typed
keys-file = Keys of your own stand in { $file }, such as: next = ["F5", "Shift-F5"].
keys-value = `{ $action }` takes a key in quotes, "Shift-F5", or several: ["F5", "Shift-F5"].
keys-unknown = “{ $key }” is no key. Keys are written F5, Ctrl-K, Alt-Up, Shift-Tab, PageDown.
keys-types = { $key } types into the line, always. Take a function key, or one with Ctrl or Alt.
keys-edits = { $key } is needed by the line itself. Take a function key, or another one with Ctrl or Alt.
keys-twin = Terminals send the same for { $key } as for { $other }. Take another key.
keys-never = No terminal sends { $key }. Function keys go up to F12.
keys-held = { $key } starts `{ $holder }`, which keeps it. Give `{ $holder }` another key first, or take another one for `{ $action }`.
keys-only-way = `{ $action }` has no command: without a key nothing starts it. Name at least one.
keys-may-not-arrive = { $keys } may not arrive everywhere: some terminals, systems and input methods take it for themselves. Give `{ $action }` a second key.

# keys: the end

## tui

tui-too-small = This window is too small. It needs 20 columns and 5 rows; the meeting goes on.
tui-saved = saved
tui-begun = saving
tui-session-failed = session file not saved
tui-read-only = read only
tui-rehearsal = rehearsal
tui-stage-planned = not open yet
tui-stage-suspended = suspended
tui-stage-adjourned = adjourned
tui-item-of = item { $number } of { $count }
tui-minutes = { $used } min
tui-minutes-of = { $used } of { $planned } min
tui-on-the-floor = On the floor
tui-next = Next
tui-next-nobody = nobody is waiting
tui-spoke = spoke
tui-more = { $count } more
tui-not-here = not here, will be stepped over
tui-noted = Noted
tui-noted-nothing = nothing yet
tui-say = Say
tui-agenda = Agenda
tui-unheard = Not yet heard
tui-plan = plan
tui-used = used
tui-nobody-speaks = Nobody has the floor. { $chair } presides; what is noted now is the chair’s.
tui-nobody-speaks-no-chair = Nobody has the floor; what is noted now is the chair’s.
tui-title-at-unit = { $title }, { $unit }
tui-left = left of { $time }
tui-over = over { $time }
tui-spoken = so far
tui-paused = paused
tui-point-of-order = point of order
tui-interposed = question to the speaker
tui-suspended = The meeting is suspended.
tui-suspended-until = The meeting is suspended until { $until }.
tui-adjourned = The meeting was adjourned at { $at }.
tui-adjourned-noted = { $count ->
    [one] One contribution was noted.
   *[other] { $count } contributions were noted.
 }
tui-label-command = command
tui-label-item = item { $number }
tui-label-item-whole = item { $number }, { $title }
tui-label-filter = filter
tui-label-chair = the chair
tui-label-new = new
tui-nothing-to-do = That is so already; nothing was changed.

tui-behind = { $minutes } min behind, ends { $end }
tui-ahead = { $minutes } min ahead, ends { $end }
tui-in-time = in time, ends { $end }
tui-ends = ends { $end }
tui-quorum-unknown = quorum { $sign }
tui-closed-session = closed session
tui-asked = Asked
tui-turns = turns
tui-order-reason = point of order: { $reason }
tui-noted-here = Noted from this unit
tui-noted-others = Noted from others
tui-short-left = { $time } left
tui-short-over = { $time } over
tui-short-spoken = { $time } so far
tui-pace = Pace
tui-pace-left = { $waiting } waiting, { $minutes } min left
tui-pace-none = { $waiting } waiting, no time left
tui-pace-each = { $time } each
tui-pace-how = { $key } or `:each { $time }`
tui-then = then: { $title }
tui-no-item = no item is open
tui-next-is = next: { $next }
tui-nobody = Nobody has the floor.
tui-waits = { $speaker } waits
tui-waits-left = { $speaker } waits, { $time } left
tui-ballot = Ballot { $id }
tui-ballot-how = { $method }, opened { $at }
tui-when = when
tui-where = where
tui-chair = in the chair
tui-chair-nobody = nobody yet; `:chair WHO` names one
tui-items = items
tui-items-count = { $count }
tui-items-time = { $count }, together { $minutes } min
tui-items-closed = { $closed } of { $count } closed
tui-entitled = entitled
tui-present = present
tui-entitled-count = { $entitled }
tui-entitled-quorum = { $entitled }, quorum { $needed }
tui-no-roster = no roster; whoever is named is enrolled
tui-opens = Press { $key } or type `:open` to call the meeting to order.
tui-reopens = Press { $key } or type `:reopen` to go on.
tui-goes-on-with = goes on with
tui-has-the-floor = on the floor
tui-next-meeting = next meeting
tui-after = { $key } makes the documents: minutes, announcement, letters and lists.
tui-after-archived = Type `:export docx minutes` to make the minutes; announcement, letter and attendance are made in the same way.
tui-pace-nobody = Nobody is waiting, so there is no pace to apply.
tui-pace-unplanned = This item has no planned time. Set the time of each with `:each 3m`.
tui-pace-nothing-left = The planned time of this item is used up. Set the time of each with `:each 3m`.
tui-no-cue = The meeting is over; there is nothing left to say.
tui-cue-whole = { $key } shows all

tui-leave = Leave the meeting? It stays open, and everything noted is kept.
tui-leave-over = Leave? The meeting is over; it is kept in { $path }.
tui-leave-rehearsal = Leave the rehearsal? Nothing of it is kept.
tui-leave-review = Leave the review? The sessions stay as they are.
tui-leave-stay = Stay
tui-leave-go = Leave
tui-paste = The pasted text has { $lines } lines.
tui-paste-one = Make them one line
tui-paste-each = Note each line by itself
tui-paste-drop = Drop them
tui-paste-too-long = The pasted text has { $lines } lines, more than are noted at once. Paste fewer.
tui-paste-cleaned = { $removed ->
    [one] One character that cannot be shown was left out.
   *[other] { $removed } characters that cannot be shown were left out.
 }
tui-hint-letters = letters
tui-hint-write-on = no, write on
tui-hint-digit = answers in a moment
tui-hint-digit-back = take it back
tui-hint-digit-text = the digit is text
tui-help-digits = Answer a dialog; where a line waits below, once you rest after it: typed on, it is part of the line
tui-insist-no = Leave it as it is
tui-insist-yes = Do it all the same
tui-help = What the keys do here
tui-shown-line = { $text }
tui-help-close = Close

tui-hint-capture = note
tui-hint-kind = kind
tui-hint-earlier-turn = earlier turn
tui-hint-later-turn = later turn
tui-hint-clear-line = clear
tui-hint-delete-word = delete a word
tui-hint-put-back = put back
tui-hint-next = next
tui-hint-open = open
tui-hint-reopen = reopen
tui-hint-next-item = next item
tui-hint-adjourn = adjourn
tui-hint-documents = documents
tui-hint-pause = pause
tui-hint-continue = continue
tui-hint-extend = +1 min
tui-hint-ask = ask
tui-hint-pace = pace
tui-hint-cue = cue
tui-hint-give-floor = give floor
tui-hint-order = point of order
tui-hint-enrol = enrol
tui-hint-agenda = agenda
tui-hint-select = select
tui-hint-act = act
tui-hint-faces = faces
tui-hint-ballot = ballot
tui-hint-result = result
tui-hint-more = more
tui-hint-fold = less
tui-hint-turn = regroup
tui-hint-topic = one kind
tui-hint-mark = mark
tui-hint-filter = filter
tui-hint-keep-filter = keep
tui-hint-undo = undo
tui-hint-redo = redo
tui-hint-help = help
tui-hint-repaint = repaint
tui-hint-suspend = suspend
tui-hint-mouse = mouse
tui-hint-leave = leave
tui-hint-commands = commands

tui-help-capture = Note the line, or obey the command
tui-help-kind = Give the line another kind
tui-help-earlier-turn = File the line one turn back; `<` in front does it too
tui-help-later-turn = File the line one turn on
tui-help-clear-line = Clear the line up to the cursor; it can be put back
tui-help-delete-word = Delete the word before the cursor; it can be put back
tui-help-put-back = Put back what was cleared or deleted last
tui-help-next = Go on: open the meeting, the next speaker, the next item, adjourn
tui-help-pause = Stop the clock, or let it run again
tui-help-extend = One minute more for the speaker
tui-help-ask = Put somebody on the list of speakers
tui-help-pace = Give everybody who waits an equal share of the item; `:each 3m` sets another
tui-help-cue = Show the whole of what to say next
tui-help-give-floor = Give the floor to somebody
tui-help-order = Put a point of order at the head of the list
tui-help-enrol = Put somebody on the roster who has come
tui-help-agenda = Go to an item, move, retitle, leave out or add one
tui-help-select-previous = Select the one before: who waits, what was noted, what was recorded
tui-help-select-next = Select the next one
tui-help-act = Choose what to do with the selected, or with all that are marked
tui-help-next-face = Show the next face: Floor, Contributions, Roll, Ballots, Record
tui-help-previous-face = Show the face before
tui-help-floor = The Floor: who speaks, how long still, who is next
tui-help-contributions = The contributions, by unit, theme, item or kind
tui-help-roll = Everybody with their status, and the head counts
tui-help-ballots = Votes and elections: question, rule, tally and verdict
tui-help-ballot = Put what the item asks for to the vote, or announce the result
tui-help-brief = What the chair closes from: whom to thank, what is agreed, offered, promised
tui-help-refuse = Brief: say that the selected two are not alike
tui-help-record = Every record; from there repair and undo
tui-help-page-back = Go a page up
tui-help-page-on = Go a page down
tui-help-group-back = Go to the group before; on the Roll to the column before
tui-help-group-on = Go to the next group; on the Roll to the next column
tui-help-open = Show more: unfold a group, open the whole text
tui-help-fold = Show less: close the text, fold a group, fold all
tui-help-turn = Contributions: by unit, theme, item, kind; Record: one kind of records alone
tui-help-mark = Mark a contribution, to do something to several; Roll: present or absent, and on; elsewhere as Enter
tui-help-undo = Take back the last act
tui-help-redo = Do it again
tui-help-help = Explain this face
tui-help-repaint = Draw the screen anew
tui-help-suspend = Stop the program for a while; `fg` goes on
tui-help-mouse = Leave the mouse to the terminal, to select text with it; press it again to take it back
tui-mouse-off = The mouse is the terminal’s: it selects text. { $key } takes it back.
tui-mouse-on = The mouse answers dialogs and presses keys again. { $key } leaves it to the terminal.
tui-help-leave = Leave; the meeting stays open
tui-help-commands = Begin a command; `:help` lists them
help-face-floor = Who speaks, how long still, and who is next; below, who asked and what was noted from this unit. At the left the agenda and who was not heard yet. A line you type is noted from whoever has the floor when you begin it.
help-face-contributions = Everything that was noted, by unit, theme, item or kind. Select a line and press Enter to answer, file, mend or strike it; Space marks several for the same.
help-face-roll = Everybody in order of precedence, with their status and since when; the head counts and the quorum stand above. Space makes the selected one present, then absent, and present again; Enter lists every status: excused, left, represented, away for this item, recused.
help-face-ballots = The ballot that is open, with its rule, the tally as it is typed and the verdict; below, the earlier ones. A motion, an approval or an election is put to the vote here, and its result announced.
help-face-brief = What the chair closes from: whom to thank, what is agreed, what several raised, what is offered, asked for, promised and decided, and who was not heard. What is perhaps alike is read out only once you say so.
help-face-record = Every record with its time and author, the newest last; what was undone stays, and is marked so. From here times, turns and lines are mended, and acts taken back.
tui-help-filter = Filter what the face shows, by name, pinyin, unit or words; Enter keeps the filter, Esc lets it go

# tui: the end

## draft
draft-back = The line that was not sent stands here again.
draft-back-elsewhere = The line that was not sent stands here again. The turn in which it was begun is gone: it belongs to the present one now.
draft-unreadable = A line was left unsent, but it cannot be read here, and is passed over.

## completion

tui-aside = waiting: { $text }
completion-nobody = { $mark } names nobody known
completion-several = { $mark } could be several
completion-jointly = jointly
completion-supports = { $name } supports { $id }

## palette

palette-hint = type a few letters of what you want to do
palette-found = { $found ->
    [0] nothing
   *[other] { $found } found
}
palette-do = do it
palette-choose = choose
palette-close = close
palette-help-line = What a line may hold
palette-rows = { $first } to { $last } of { $rows }
palette-further = further
palette-back = back
tui-hint-palette = find
tui-help-palette = Find whatever can be done, by a few letters

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
cli-keys = Which key starts what, your own keys included
cli-man = The manual page

cli-check = Tell everything that is wrong in agendas, sessions and settings
cli-check-files = The files
cli-new = Write a commented agenda to begin with
cli-new-template = An agenda: board, council, exchange or assembly; or a document, for the template it is made from: minutes, letter, …
cli-session-unsaved = The journal beside it has every record; the session file is written again at the next save.

cli-run-mistakes = The meeting was not opened. Mend the agenda file, then run it again.
cli-run-unfinished = There is an unfinished meeting of this agenda. Say `--continue` to go on with the script behind its last recorded line, or `--new` to begin a new meeting.
cli-run-resumed = The unfinished meeting goes on, with { $records ->
        [one] one record
       *[other] { $records } records
    } kept: { $title }.
cli-run-kept = Kept in { $path }.

cli-demo-begins = A shipped meeting, under way: { $title }. Nothing of it is kept.
cli-demo-ends = The shipped meeting is gone; `tribune run AGENDA` holds one of your own.
cli-screen-kept = The meeting is kept in { $path }. `tribune run` with the same agenda goes on with it.
cli-screen-rehearsed = This was a rehearsal; nothing of it is kept.

cli-session = A session: its file, its name, a part of it, or last
cli-show = The summary of a session: who was there, what was said, decided and elected
cli-verify = Whether a session file is as it was sealed
cli-export = Documents of a session, for other people and programs
cli-export-format = { $known }; several with commas go into a folder. csv alone is the list that the document is about (of the minutes: what was noted); into a folder go all lists of the meeting
cli-export-document = Which document: { $known }
cli-export-output = Where it goes: a file, a folder, or - for standard output
cli-export-public = Leave out the content of closed items
cli-export-no-format = There is no format “{ $name }”. Known: { $known }.{ $hint }
cli-export-no-document = There is no document “{ $name }”. Known: { $known }.{ $hint }
cli-export-folder = Several formats need a folder: `--output FOLDER`.
cli-export-written = Written: { $path }
cli-export-written-all = { $count ->
    [one] one file written
   *[other] { $count } files written
  }, in the folder { $folder }
cli-export-of = The session: a path, its name or a part of it, or last; or an agenda, for the papers before the meeting
cli-export-unit = To whom the letter goes; unless said, one to every unit
cli-export-unit-alone = `--unit` is for letters: `--document letter`.
cli-export-nobody = Nobody took part and nothing was noted, so there is nobody to write to.
cli-export-not-held = The meeting has not been held yet, so there is no “{ $document }” of it. Before a meeting there are: { $known }.
cli-export-no-text = { $format } cannot be shown as text here: name a file with `--output FILE.{ $format }`.
cli-export-replaced = Written again, in the place of what was exported before: { $path }
cli-export-edited = { $path } was changed since it was exported, so it is left as it is. Give another `--output`, or move it away first.
cli-export-not-ours = { $path } is there already and was not exported from here, so it is left as it is. Give another `--output`, or move it away first.

# cli: the end

## form

form-who = who
form-reason = reason
form-name = name
form-title = title
form-unit = unit
form-capacity = attends as
form-item-title = title
form-item-kind = kind
form-minutes = minutes
form-may-be-empty = may stay empty
form-give-floor = To whom is the floor given?
form-ask = Who asks for the floor?
form-order = Who raises a point of order?
form-enrol = Who has come that is not on the roster?
form-add-item = What is added to the agenda?
form-retitle = What is the item called?
form-skip = Why is the item left out?
form-lacks-somebody = Say who: type a name or its pinyin, or choose with Up and Down.
form-lacks-words = This cannot stay empty.
form-lacks-minutes = Say how many minutes, from 1 to 1440, or leave it empty.
form-hint-on = on
form-hint-choose = choose
form-hint-back = back
form-hint-close = lay by
form-not-yet = Not yet
form-open = Call the meeting to order?
form-open-present = { $present } of { $entitled } entitled { $present ->
    [one] is present
   *[other] are present
  }.
form-open-quorum = The quorum is { $needed }; { $present ->
    [one] one counts
   *[other] { $present } count
  } towards it.
form-open-yes = Open the meeting and its first item
form-reopen = Reopen the meeting?
form-reopen-yes = Go on
form-hand-over = Nobody waits for the floor. Go on to the next item?
form-hand-over-from = Item { $number } will be closed: { $title }
form-hand-over-to = Item { $number } will be opened: { $title }
form-hand-over-yes = Go on to the next item
form-hand-over-really = Go on to the next item all the same
form-adjourn = Adjourn the meeting?
form-adjourn-clear = Every item is done with, and nothing is left unsettled.
form-adjourn-yes = Adjourn
form-adjourn-really = Adjourn all the same
form-documents = The meeting is over and saved. Which documents are to be made?
form-documents-more = They are written beside the session; `tribune export` makes them at any time.
form-documents-later = None now
form-documents-minutes = The minutes: Word
form-documents-usual = Minutes, decisions, announcement, attendance: Word
form-documents-letters = A letter to every unit: Word
form-documents-all = Everything: Word, web pages, tables, calendar
form-documents-print = The minutes, to be printed (PDF)
form-waiting = What about { $name }?
form-waiting-leave = Leave the list as it is
form-waiting-give = Give the floor now
form-waiting-first = Put first on the list
form-waiting-withdraw = Take off the list
form-agenda = The agenda: Up and Down select an item
form-agenda-go = Go to it
form-agenda-up = Move up
form-agenda-down = Move down
form-agenda-retitle = Retitle
form-agenda-skip = Leave out
form-agenda-defer = Put off
form-agenda-add = Add an item

## The board: contributions in groups
board-unit = unit
board-theme = theme
board-item = item
board-kind = kind
board-from-nobody = from nobody
board-no-theme = without a theme
board-in-item = { $number }  { $title }
board-no-item = outside the agenda
board-by = by
board-by-this = by { $by }
board-marked = { $count } marked
board-noted = { $count } noted
board-found = { $count } of { $of }
board-unanswered = { $count } unanswered
board-starred = { $count } starred
board-unowned = { $count } from nobody
board-joint = { $count } joint
board-supported = { $count } supported
board-nothing = Nothing has been noted yet. A line that is typed below is filed under whoever speaks.
board-nothing-found = Nothing noted has all of these: { $words }
board-struck = struck
board-merged = merged
board-detail-item = item { $number }
board-detail-noted = { $time }, noted by { $author }
board-one = { $id }, { $kind }
board-line = { $id }: { $text }
board-several = { $count } contributions
board-leave = Leave it as it is
board-leave-several = Leave them as they are
board-edit = Mend the words
board-change-kind = Change the kind
board-file = File elsewhere, or under themes
board-star = Star it
board-unstar = Take the star away
board-star-several = Star them, or take the stars away
board-answer = Say what became of it
board-become = Make it an action
board-reply = Reply to it
board-support = Supported by who speaks
board-strike = Strike it
board-merge = Merge them into the first
board-which-kind = What is { $ids }?
board-which-answer = What became of { $ids }?
board-merge-these = Merge { $from } into { $into }?
board-merge-yes = Merge
board-strike-these = Strike { $ids }?
board-strike-yes = Strike
list-continued = { $title } — continued

## The roll: everybody with their status
roll-count-entitled = entitled { $count }
roll-count-units = units { $present } of { $count }
roll-count-present = present { $count }
roll-count-announced = counted { $count } at { $time }, in place of the roll’s { $roll }
roll-count-represented = represented { $count }
roll-count-unrepresented = without their proxy { $count }
roll-count-excused = excused { $count }
roll-count-absent = absent { $count }
roll-count-left = left { $count }
roll-count-away = away { $count }
roll-count-recused = recused { $count }
roll-count-unmarked = unmarked { $count }
roll-count-attending = in attendance { $count }
roll-count-quorum = quorum { $present }, needs { $needed }
roll-told = Roll: { $figures }.
roll-together = { $before }, { $next }
roll-is-so-for = { $reason }
roll-is-represented = represented by { $by }
roll-is-represented-in-short = by { $by }
roll-is-unrepresented = represented by { $by }, who takes no part now
roll-is-unrepresented-in-short = without { $by }
roll-is-away = away
roll-is-recused = recused
roll-is-online = online
roll-is-late = late
roll-is-without-vote = no vote
roll-is-with-vote = votes
roll-acts-for = acts for { $names }
roll-since = { $status } { $time }
roll-found = { $count } of { $of }
roll-page = page { $page } of { $pages }
roll-nothing = Nobody is on the roster yet. { $key } enrols whoever has come.
roll-nothing-found = Nobody is called so, nor any unit: { $words }
roll-one = { $name }: { $status }
roll-leave = Leave it as it is
roll-set-present = Present
roll-set-online = Present online
roll-set-absent = Absent
roll-set-excused = Excused, for a reason …
roll-set-left = Left
roll-set-represented = Represented by …
roll-set-away = Away for this item
roll-set-recused = Recused from this item, out of its base
roll-amend = Mend name, title, unit or vote …
roll-hint-mark = present, absent

## The record: every record in order
log-all = all
log-meeting = meeting
log-people = people
log-floor = floor
log-contributions = contributions
log-outcomes = outcomes
log-ballots = ballots
log-undo = undo
log-found-by = #{ $number } { $time }
log-noted = { $id }, { $kind }, { $from }: { $text }
log-count = { $count ->
    [one] one record
   *[other] { $count } records
 }
log-nothing = Nothing has been recorded yet.
log-nothing-of-it = Nothing of this kind has been recorded yet.
log-nothing-found = No record has all of these: { $words }
log-undone-by = taken back by { $number }
log-mended-by = mended by { $number }
log-script-line = line { $line } of the script
record-one = Record { $number }, { $time }
record-leave = Leave it as it is
record-undo = Take it back
record-undo-this = Take record { $number } back? This would change:
record-undo-yes = Take it back
record-redo = Bring it back
record-redo-this = Bring record { $number } back? This would change:
record-redo-yes = Bring it back
record-began = Mend when the turn began
record-ended = Mend when the turn ended
record-was = Somebody else had this turn
record-item-began = Mend when the item began
record-meeting-began = Mend when the meeting was opened
record-meeting-ended = Mend when the meeting ended
record-contribution = What was noted: mend, file, answer …
foreseen-not = Leave everything as it is
foreseen-nothing = Nothing that is shown here would change.
form-when = when
form-began = When did it really begin?
form-ended = When did it really end?
form-was = Whose turn was it really?
form-lacks-time = Write a time of day or how long ago: 14:10, 90s, 5m.
form-foreseen = Set it right? This would change:
form-foreseen-yes = Set it right
face-floor = Floor
face-contributions = Contributions
face-roll = Roll
face-ballots = Ballots
face-brief = Brief
face-record = Record

## Coming in: rosters and written minutes
cli-import = A roster (XLSX, CSV) as an agenda, or written minutes as a script
cli-import-file = The roster, or the minutes with lines like [14:52] name: text
cli-import-date = The day of the minutes, where they do not say it; also with the time at which they begin: "2023-12-29 14:30"
cli-import-offset = The offset of their place, where it is not this one: +08:00
import-refused = { $file }: { $reason }
import-no-text = This is neither a workbook nor a text in UTF-8, UTF-16 or GB18030. Save it as XLSX or CSV.
import-blank = The file is empty: name one with a roster or with minutes in it.
import-cells = It has more than { $most } cells with text; that is no roster. Save the roster alone in a file.
import-persons = It has more than { $most } persons; that is no meeting. Save the roster alone in a file.
import-book-old = This is a workbook of the old kind (.xls) or one with a password. Save it as XLSX without a password, or as CSV.
import-book-other = This is a packed file, but no XLSX workbook. Save the roster as XLSX or CSV.
import-book-broken = The workbook cannot be read: { $cause }. Open it and save it again as XLSX, or as CSV.
import-book-large = The workbook unpacks to more than { $most } MB and was not read. Save the roster alone in a file.
import-book-sheets = The workbook has no visible sheet with cells.
import-no-names = There is no column of names. The headers seem to be: { $headers }. Name the column of names “Name” or “姓名”.
import-nobody = There is nobody below the header in row { $row }. Enter the people there, one in each row.
import-taken = { $persons ->
    [one] One person
   *[other] { $persons } persons
} of { $units ->
    [0] no units
    [one] one unit
   *[other] { $units } units
}{ $from }.
import-from-sheet = {" "}from the sheet “{ $sheet }”
import-columns = Columns taken: { $taken }.{ $left }
import-column = { $header } ({ $field })
import-left-out = {" "}Left out: { $headers }.
import-sheets-too = There are rosters on other sheets as well, which were left out: { $sheets }.
import-field-name = name
import-field-given = given name
import-field-family = family name
import-field-unit = unit
import-field-short = short name of the unit
import-field-title = title in the unit
import-field-office = office in the association
import-field-address = form of address
import-field-group = group
import-field-capacity = capacity
import-field-votes = vote
import-headings = Headings between the rows were taken as groups: { $groups }.
import-twice = Row { $row }: { $name } stands in row { $first } already, with the same unit, and was taken once.
import-namesake = Row { $row }: { $name } is also the name of somebody else in row { $first }; each has an id of their own.
import-capacity = Row { $row }: the capacity “{ $word }” is none of chair, secretary, member, invited, observer; member was taken.
import-votes = Row { $row }: whether “{ $word }” is a vote or none is not clear; what is usual for the capacity was taken.
import-units-alone = Rows with a unit but without a person, of which the unit was taken: { $rows }.
import-without-unit = Rows without a unit: { $rows }. Where the unit above was meant to hold for them, write it in each of them.
import-unticked = Rows without a tick, taken as having no vote: { $rows }.
import-nameless = Rows without a name, left out: { $rows }.
import-cut = Rows with a text that is far too long, which was cut off: { $rows }.
import-errors = Rows with a formula that comes to an error, its cell taken as empty: { $rows }.
import-untold = There is more of the same kind: { $count ->
    [one] one row
   *[other] { $count } rows
  }.
import-unclosed = A quotation mark is opened and never closed; rows behind it may have been taken for one text. Look them over.
import-more = { $count } more
import-head = A roster of { $persons ->
    [one] one person
   *[other] { $persons } persons
} and { $units ->
    [one] one unit
   *[other] { $units } units
}, from { $file }.
import-head-run = It is an agenda as it stands: `tribune check FILE` looks it over, `tribune run FILE` holds the meeting.
import-head-copy = To add it to an agenda of your own, copy everything below `items` into that, before its first [[item]].
import-head-order = The order of the units and of the persons is their order of precedence.
import-title = Meeting
import-organisation = Our Association
import-place = Meeting room
import-chair = whoever presides, by id
import-item-first = Opening
import-item-second = Discussion
import-item-last = Any other business
import-units = units, in order of precedence: [unit.ID]
import-persons-in-order = persons, in order of precedence: [person.ID]
minutes-script = This is a script already: `tribune run AGENDA --script FILE` holds the meeting by it.
minutes-none = No line has a time and a name, as in [14:52] name: text; nor is there a column “Name” or “姓名” of a roster.
minutes-no-day = Nothing in the minutes says on which day they were taken. Say it with `--date 2023-12-29`.
minutes-taken = { $said ->
    [one] One contribution
   *[other] { $said } contributions
} of { $persons ->
    [0] the chair
    [one] one person
   *[other] { $persons } persons
}, from { $from } to { $until }.
minutes-speakers = They speak: { $names }. Where the agenda has a roster, they have to be on it.
minutes-titles = Titles were left out of names: { $names }.
minutes-name = { $written } is { $name }
minutes-recording = The times count from the beginning of a recording, taken as { $from }.
minutes-recording-midnight = The times count from the beginning of a recording; nothing says when that was. Say it with `--date "2023-12-29 14:30"`.
minutes-fallen = Lines earlier than the one before, which took its time: { $lines }.
minutes-untimed = Lines with a name but without a time, which took that of the line before: { $lines }.
minutes-head = The minutes in { $file }, as a script.
minutes-head-run = `tribune run AGENDA --script FILE` holds the meeting by it; an agenda without a roster enrols whoever speaks.
minutes-head-items = Where the minutes come to another item, put a line `:item 2` in front; the lines below count for it.
minutes-end = The meeting stays open. End it with a line `:adjourn really`, or go on with it: `tribune run AGENDA`.

## The sheets of printed documents
sheet-page-number = { $page } / { $pages }

## Printing and calendars

print-none = No program that makes PDFs was found. Looked for: { $known }. Install one of them, or name another in settings.toml with `printer`; or export html, which any browser prints.
print-no-such = The program that is set as `printer`, { $program }, is not there. Name one that is, as a command or as a whole path; or export html, which any browser prints.
print-failed = { $program } made no PDF. It said: { $said }
print-silent = { $program } made no PDF and did not say why. Name another program in settings.toml with `printer`; or export html, which any browser prints.
print-slow = { $program } was stopped: it had made no PDF after { $seconds } seconds. Try once more, or name another program in settings.toml with `printer`; or export html, which any browser prints.
settings-printer = The program that makes PDFs: a browser of the Chromium family or LibreOffice, as a command or a whole path. Unless set, the first that is found.
settings-program = `printer` is a command, such as "chromium", the whole path of a program, or one that begins in your own folder: "~/bin/chromium".
ics-owner = Owner: { $name }
ics-origin = From: { $title }, { $day }
ics-review = To be reviewed: { $decision }

## Corrections and approval: the record after the meeting

undo-across-correction = Record { $record } is the beginning of a correction, and nothing is undone across it. Set it right with a command instead.
correct-not-over = The meeting is not over; its record is corrected and approved after `:adjourn`.
correct-approved = These minutes were approved on { $day }, and approved minutes are not corrected. Raise it at the next meeting.
correct-approved-before = { $day } is before the meeting, which ended on { $held }. Give the day of the approval.
correct-not-the-meeting = The meeting is over; it is not opened, suspended or handed to another chair any more. If its times are wrong, set them right with `:began meeting` and `:ended meeting`.
correct-not-the-agenda = The items stay as they went. Set right what is said of them with `:retitle`, `:decide`, `:began item` and `:ended item`.
correct-not-the-floor = Nobody has the floor after the meeting. Set a turn right with `:was`, `:swap`, `:began` and `:ended`, or add what was said: `@WHO text`.
correct-not-the-votes = Motions and votes stay as they were made and counted. Raise it at the next meeting.
correct-not-the-result = The vote on this item came to: { $result }. That stays; raise it at the next meeting.
correct-not-the-figures = Head counts, and who was out for an item, stay as they were. Set right who was there with `:present`, `:left`, `:excused` or `:absent`.
correct-no-turn = Nobody spoke in item { $number }. Say which item the turn was in with `:item N`, or name the turn itself, as in `:was T5 WHO`.
correct-not-support = Support is not added after the meeting. Add what was said in a line of its own: `@WHO text`.
correct-whose = Say whose line was left out, and put it in front: `@WHO text`. A command begins with a colon.
correct-after-adjournment = { $time } is after the adjournment at { $adjourned }. Give a time of the meeting.
correct-left-when = Say when { $person } left, after they came: `:left WHO at TIME`.

telling-correction-begun = Correction { $number } begins.{ $why }
telling-correction-why = {" "}Reason: { $why }
telling-correction-placed = What follows is about item { $number }: { $title }.
telling-approved = The minutes are approved as of { $day }{ $by }.
telling-approved-by = , by the meeting { $session }
corrected-item-title = Item { $number }, title: “{ $was }” → “{ $is }”
corrected-struck = { $id } is struck: “{ $text }”.{ $reason }
corrected-struck-reason = {" "}Reason: { $reason }
corrected-name = Name: { $was } → { $is }
corrected-title = { $person }, title: { $was } → { $is }
corrected-office = { $person }, office: { $was } → { $is }
corrected-unit = { $person }, unit: { $was } → { $is }

export-corrections = Corrections after the meeting
export-correction = { $at }, { $who }
export-correction-why = { $at }, { $who }: { $why }
export-approved = These minutes were approved on { $day }.
export-approved-by = These minutes were approved on { $day } by the meeting { $session }.

help-why = In a correction: why, for what follows
correct-why-only = A reason is given in a correction alone: `tribune correct SESSION`.
correct-why = The reason for what follows: { $why }
correct-script-kept = The script ends here; what stands before this line is kept. Mend the line, and leave out those before it.
correct-begins = Correcting { $stem }: { $state }.
correct-how = Type what is to be set right as in a meeting: `:edit C3 text`, `:amend WHO name "…"`, `@WHO text` for a line that was left out. `:item N` says which item what follows is about, `:why TEXT` gives the reason, `:help` lists the rest, `:quit` ends.
correct-corrected = Corrected: { $what }
correct-nothing = Nothing was changed; { $path } is as it was: { $state }.
correct-nothing-left = What was changed was taken back; { $path } was sealed anew: { $state }.
correct-done = { $count ->
    [one] One change was made
   *[other] { $count } changes were made
}, and { $path } was sealed anew: { $state }.

cli-correct = Set right what is wrong in the record of a meeting that is over
cli-correct-script = Take the corrections from this file, or from standard input with -
cli-correct-why = Why it is corrected
cli-correct-by = Who corrects it, as the list of corrections has it
cli-really = Go on although the file was edited by hand; what was edited is lost
cli-approve = Approve the minutes of a meeting; nothing is changed in them after that
cli-approve-at = The day of the approval, as 2024-03-15; today if not said

finished-name = { $stem } is not the name of a session file: it does not end in .toml. Give the file its name back first.
finished-not-over = The meeting of { $stem } is not over. Go on with it by `tribune run` and end it with `:adjourn` first.
finished-edited = { $stem } was edited by hand since it was sealed; `tribune verify { $stem }` says where. With `--really` it is written anew as its records say, and what was edited is lost.
finished-records-changed = Records in { $stem } were changed, and no journal is beside it that could say what they were. Put the journal back, or take a copy that is untouched.
finished-later = { $stem } was written by a later tribune. Correct it with that one.
finished-journal-differs = Nothing was changed. Find out which of the two is right; with the journal moved to another folder, { $stem } is taken as it is.
finished-brought-up = The session file was written anew from the journal first.
finished-kept-alone = No journal is beside the session file; its own records are taken.

beside-same = The journal beside it holds the same records.
beside-ahead = { $count ->
    [one] The journal beside it holds one record more
   *[other] The journal beside it holds { $count } records more
} than the session file.
beside-behind = { $count ->
    [one] One record of the session file is
   *[other] { $count } records of the session file are
} not in the journal beside it.
beside-another-meeting = The journal beside it is that of another meeting.
beside-other = Record { $record } is another one in the journal beside it.
beside-other-says = In the journal record { $record } says: { $told }

approve-not-yet = { $day } has not come yet. Approve the minutes on the day, or give the day on which they were approved.
approve-done = The minutes of { $held } ({ $stem }) were approved as of { $day }.
approve-no-last = Item { $number } approved the last minutes, but no finished session of the same series from before is in the folder.
approve-amended = Item { $number } approved the minutes of { $stem } with changes. Make them with `tribune correct { $stem }`, then say `tribune approve { $stem }`.
approve-failed = Item { $number } approved the minutes of { $stem }, but that could not be entered there:

session-line-changed = Line { $line }, in { $section }: { $key } is “{ $is }” and was “{ $was }”.
session-line-otherwise = Line { $line }, in { $section }, is “{ $is }” and was “{ $was }”.
session-line-added = Line { $line }, in { $section }, was added: { $is }
session-line-missing = Before line { $line }, in { $section }, this is missing: { $was }
session-line-contradicts = Line { $line }, in { $section }: { $key } is “{ $is }”, and by the records it would be “{ $was }”.
session-line-contradicts-whole = Line { $line }, in { $section }, is “{ $is }”, and by the records it would be “{ $was }”.
session-line-unknown = Line { $line }, in { $section }, is not in the records: { $is }
session-line-unsaid = Before line { $line }, in { $section }, the records say too: { $was }
session-lines-more = { $count ->
    [one] One more line differs.
   *[other] { $count } more lines differ.
}
session-ends-changed = Every line says what it said: only line endings or the seal itself were changed.
session-record-now = Record { $record } now says: { $told }

verify-state = Its record: { $state }. { $corrections ->
    [0] Nothing was corrected after the meeting.
    [one] One correction was made after the meeting.
   *[other] { $corrections } corrections were made after the meeting.
} The last record is of { $last }.
verify-state-empty = Its record: { $state }, with no record in it.{ $corrections ->
    [0] {""}
   *[other] {" "}Corrections: { $corrections }.
}

## What became of it: later answers, follow-ups, dossiers, the next agenda

summary-later = Later, { $day }: { $status }
summary-later-text = Later, { $day }: { $status } — { $text }
summary-later-session = Later, in { $session }: { $status }
summary-later-session-text = Later, in { $session }: { $status } — { $text }
cli-answer = Write down what became of something after its meeting
cli-answer-id = What is answered: C12 a contribution, A3 an action, D2 a decision, or the number of an item that was put off
cli-answer-status = adopted, declined, answered, carried or done; open again takes an answer back
cli-answer-text = The answer in words
cli-answer-by = Who answers; unless said, the name of this account
answer-no-status = “{ $word }” is no answer. Known: { $known }.{ $hint }
answer-no-id = “{ $id }” is nothing that { $session } could be asked about. Write C12 for a contribution, A3 for an action, D2 for a decision, or the number of an item.
answer-unknown = There is no { $id } in { $session }, and nothing else of its kind.
answer-unknown-near = There is no { $id } in { $session }. The nearest is { $near }.
answer-struck = { $id } was struck in { $session }: nothing of it is left to answer.
answer-merged = { $id } went into { $into } in { $session }. Answer { $into }.
answer-action = { $id } of { $session } is an action, and cannot be { $status }. An action is done, carried, or declined (given up).
answer-item-over = Item { $number } of { $session }, { $title }, is over. Only items that were put off or broken off wait for an answer.
answer-matter = { $id } of { $session } is { $origin } of { $from }. Answer that.
answer-too-long = An answer has at most { $most } characters. Shorten it, and say where the rest stands.
answer-holds = { $id } of { $session }: { $text }
    { $later }
ledger-unreadable = { $count ->
        [one] One line of { $path } cannot be read: line { $line }. The others hold.
       *[other] { $count } lines of { $path } cannot be read, line { $line } first. The others hold.
    }
ledger-torn = The last line of { $path } was never finished, and is passed over. The others hold.
followups-days = { $count ->
        [0] today
        [one] 1 day
       *[other] { $count } days
    }
followups-months = { $count ->
        [one] 1 month
       *[other] { $count } months
    }
followups-years = { $count ->
        [one] 1 year
       *[other] { $count } years
    }
cli-json = As JSON, for programs
cli-show-unit = The dossier of this unit instead: what it said in all sessions, and what became of it
cli-followups = What is still open in all sessions, by unit, with how long it has waited
cli-followups-unit = Of this unit alone
cli-followups-series = Of this series alone
followups-none = Nothing is open.
followups-no-series = No session belongs to a series “{ $series }”.
followups-head = { $count } still open, from { $sessions ->
        [one] one session
       *[other] { $sessions } sessions
    }
followups-head-overdue = { $count } still open, { $overdue } overdue, from { $sessions ->
        [one] one session
       *[other] { $sessions } sessions
    }
followups-unit = { $name } ({ $count })
followups-nobody = Of no unit
followups-thing = { $what }; { $age }; { $session }
followups-item = item of the agenda
followups-action = action
followups-action-due = action, due { $day }
followups-action-overdue = action, overdue since { $day } ({ $age })
followups-decision = decision
followups-review-due = decision, to be reviewed { $day }
followups-review-overdue = decision, review due since { $day } ({ $age })
followups-age-unknown = of unknown age
followups-words = {": "}{ $text }
followups-by = {" by "}{ $author }
followups-fate-there = { $status } in the same meeting{ $words }
followups-fate-session = { $status } in { $session }{ $words }
followups-fate-later = later, { $day }{ $by }: { $status }{ $words }
dossier-formerly = Formerly { $names }
dossier-figures = { $sessions ->
        [one] One session
       *[other] { $sessions } sessions
    }; { $count } noted, { $adopted } adopted or done, { $open } open; { $time } on the floor
dossier-said = What it said
dossier-actions = What it has to do
dossier-attendance = Who came, and the time on the floor
dossier-open = still open; { $age }
dossier-acted = became { $id }, { $owner }: { $status }
dossier-part = { $session }: { $time }, { $turns ->
        [one] one turn
       *[other] { $turns } turns
    }
dossier-as = as { $name }
dossier-person = { $name }: { $status }
dossier-person-office = { $name }, { $office }: { $status }
cli-carry = Write the next agenda, from the roster and what is unfinished
cli-carry-sessions = The sessions: the latest gives the roster, all give what is unfinished
carry-nothing = There is no session to make an agenda from. `tribune new` writes one to begin with.
carry-head = The agenda of the meeting after { $session }.
carry-head-look = The comments say where everything comes from; look it over and change what is different this time.
carry-head-moved = Moved: an item that was put off or left unfinished. It is on this agenda once, and is settled when it is closed.
carry-head-repeated = Repeated: an item that comes every time, whether it was finished or not.
carry-head-check = `tribune check FILE` tells what is wrong in it, `tribune run FILE` holds the meeting.
carry-as-before = As in { $session }:
carry-no-series = The last meeting belongs to no series. Meetings of one series bring up what earlier ones left open: name one.
carry-announced = Announced in { $session }; what is a comment was not:
carry-unannounced = No next meeting was announced in { $session }. Say when and where; the last one was:
carry-chair = Presided at the end of { $session }:
carry-rules = The rules of { $session }:
carry-themes = Themes, the weightiest first:
carry-theme = { $count ->
        [0] nothing noted yet
        [one] one contribution
       *[other] { $count } contributions
    }
carry-matters = Matters arising
carry-matters-count = { $count ->
        [0] Nothing is open in the series.
        [one] This arises by itself when the meeting is opened; it need not be entered.
       *[other] These { $count } arise by themselves when the meeting is opened; they need not be entered.
    }
carry-matter = { $id }: { $origin } of { $session }{ $owner }: { $text }
carry-units = Units, as in { $session }
carry-persons = Persons in order of precedence, as they stood at the end of { $session }
carry-enrolled = Enrolled during { $session }:
carry-elected = Elected in { $session }: { $offices }
carry-office-before = The office before: { $office }
carry-amended = Amended during { $session }: { $key } was { $before }
carry-none = nothing
carry-items = Items
carry-approval = Approval of the minutes of the last meeting
carry-approval-text = The minutes of the last meeting are approved
carry-from-minutes = New: the minutes of { $session } are to be approved.
carry-from-repeated = Repeated from item { $number } of { $session }, which is marked as recurring.
carry-from-every = Repeated from item { $number } of { $session }: every meeting is opened and closed.
carry-from-moved = Moved from item { $number } of { $session }, where it was { $status }{ $reason }
carry-missing = Left out, because not on the roster any more: { $who }

## search

archive-foreign = This is no session file: it does not begin with a summary.
cli-search = Look through all sessions: what was said, decided and promised
search-words = Words that must all stand in what is found; "a phrase" in quotation marks, which a shell needs quoted once more: '"a phrase"'
search-unit = Only from this unit: its name in either language, its short name, its id, or pinyin
search-theme = Only on this theme
search-kind = Only of this kind: suggestion, offer, request, commitment, question, remark, or contribution for all of them; decision, action, motion, ballot, matter, item, meeting; several with commas
search-status = Only what stands so: open, answered, adopted, declined, carried, done, and other outcomes; several with commas
search-person = Only from this person: their name in either language, their id, or pinyin
search-since = Only meetings since then: a day, a month or a year, 2024-03-01, 2024-03 or 2024
search-until = Only meetings until then, that day, month or year included
search-series = Only meetings of this series
search-json = One JSON document, for other programs
search-kind-contribution = contribution
search-kind-meeting = meeting
search-kind-item = item
search-kind-motion = motion
search-kind-decision = decision
search-kind-action = action
search-kind-ballot = ballot
search-kind-matter = matter
search-to-do = open
search-no-kind = There is no kind “{ $word }”. Known: { $known }.
search-no-status = There is no status “{ $word }”. Known: { $known }.
search-no-date = “{ $date }” is no date. Write 2024-03-01, 2024-03 or 2024.
search-nothing-asked = Say what to look for: words, or one of `--unit`, `--theme`, `--kind`, `--status`, `--person`, `--since`, `--until`, `--series`.
search-counts = { $hits ->
    [one] One hit
   *[other] { $hits } hits
 } in { $having } of { $sessions ->
    [one] one session
   *[other] { $sessions } sessions
 }.
search-none = Nothing was found in { $sessions ->
    [0] this folder: it has no session yet
    [one] one session
   *[other] { $sessions } sessions
 }.
search-unread = { $path } was not looked through: { $why }

# search: the end

## Review: the archive on a screen

page-parted = { $before }; { $part }
page-raised = Where it was raised
page-became = What became of it
page-session = { $day }  { $title }
page-session-undated = { $title }
review-title = Review
review-sessions = sessions
review-followups = still open
review-units = units
review-all-units = Units
review-years = over the years
review-all-series = Series
review-years-of = Over the years: { $name }
review-years-earlier = { $count ->
    [one] One earlier session is not drawn.
   *[other] { $count } earlier sessions are not drawn.
  }
review-years-sessions = Sessions
review-years-themes = Contributions by theme
review-years-answers = Answered, in hand, open
review-years-speaking = Time on the floor
review-years-attendance = Took part, were represented, were not there
review-noted = { $count } noted
review-answered-share = { $percent }% answered
review-answered-after = { $percent }% answered, after { $days ->
    [one] one day
   *[other] { $days } days
  }
review-attended = { $count } of { $of }
review-plan = Planned and used time
review-plan-used = used
review-plan-over = more than planned
review-plan-left = left over
review-no-series = Without a series
review-unreadable = Not readable
review-unread = { $name }: { $why }
review-reading = Reading the archive …
review-walking = reading { $count } of { $of }
review-count-sessions = { $count ->
    [one] 1 session
   *[other] { $count } sessions
 }
review-count-open = { $count } open
review-count-overdue = { $count } overdue
review-count-unreadable = { $count } not readable
review-count-older = { $count ->
    [one] without the oldest
   *[other] without the { $count } oldest
  }
review-open = { $count } open
review-unit = { $open ->
    [0] { $raised }
   *[other] { $open } open of { $raised }
 }
review-more = { $count ->
    [one] One more is not listed here; words find it.
   *[other] { $count } more are not listed here; words find them.
  }
review-found = found
review-found-nothing = Nothing was found for “{ $words }”.
review-looking = Looking …
review-empty = There is no session yet. `tribune demo` shows a meeting, `tribune run` holds one; what is held is kept here.
review-holds = { $id } is { $status } from now on{ $words }
review-line = Type to look in all sessions
review-command = command
review-answering = what became of { $id } of { $session }: add words, or just Enter
review-only-read = What was recorded is only read here. Space says what became of something later; `tribune correct` corrects a draft.
review-nothing-to-answer = Select a contribution, an action, a decision or an item first: Space says what became of it.
review-no-session = Select a session first, or something of one.
review-no-status = Say what became of it with one of these words: { $known }.
review-what-became = { $id } of { $session }: what became of it?
review-leave = Leave it as it is
review-answered = Answered
review-adopted = Adopted
review-declined = Declined
review-carried = To the next meeting
review-done = Done
review-open-again = Open again
review-hint-open = open
review-hint-answer = outcome
review-hint-back = back
review-hint-lists = lists
review-hint-leave = leave
review-hint-obey = do it
review-hint-drop = drop it
review-hint-clear = stop looking
review-help-words = Letters look in all sessions for words and "phrases", names in pinyin too; Esc stops looking.
review-help-filters = `@unit`, `#theme`, `person:`, `kind:offer`, `status:open`, `series:`, `since:2024` and `until:` narrow it down.
review-help-move = Up and Down go from line to line, PageUp and PageDown a page further.
review-help-follow = Enter, or Right, follows what a line leads to: a session, a thing that was said, a unit.
review-help-back = Esc, Left or Backspace goes back to where one came from.
review-help-turn = Tab turns the lists: sessions, what is still open, units, the years; in a session its faces.
review-help-filter = `/` and words filter a list of a session: contributions, roll, record.
review-help-answer = Space says what became of something after its meeting; it is written beside the session, which stays as it is.
review-help-answer-line = `:answer C12 adopted` and words do the same.
review-help-lines = `:export minutes docx` makes a document, `:export letter docx` that of a unit, `:lang` and `:theme` change the screen.
review-help-leave = Ctrl-C or `:quit` leaves.
review-farewell = The sessions are as they were; answers written down here are kept beside them.
tui-archived = archived
cli-review = Look through the archive on a screen: sessions, what is still open, units
cli-review-session = The session that is opened at once
cli-review-no-terminal = A review needs a terminal. `tribune show`, `tribune search` and `tribune followups` write to any output.
page-times = { $from }–{ $until }
page-chair = In the chair: { $name }
page-counted = { $what } { $count }
page-conclusions = Summed up by the chair
page-matters = Matters arising ({ $count })
page-matter = { $status }; { $origin } of { $session }
page-matter-text = { $status }: { $text }; { $origin } of { $session }
page-decisions = Decisions ({ $count })
page-actions = Actions ({ $count })
page-waiting = Not answered yet ({ $count })
page-answered = Answered ({ $count })
page-themes = Themes
page-items = Agenda ({ $count })
page-used = took { $used }
page-used-of = took { $used } of { $planned }

## Matters arising: what earlier meetings left open

help-matters = list the matters arising, and go through them one by one
matters-arising = Matters arising
matters-none = No matters arise from earlier meetings.
matters-not-yet = What earlier meetings of the series left open arises when the meeting is opened.
matters-open = { $count } open
matters-all = { $count ->
        [one] One matter arising
       *[other] { $count } matters arising
    }, { $open } open: Up and Down select one
matters-one = Matter arising { $id } ({ $number } of { $of })
matters-arise = { $count ->
        [one] One matter arises
       *[other] { $count } matters arise
    } from { $sessions ->
        [one] an earlier meeting
       *[other] { $sessions } earlier meetings
    }. Go through { $count ->
        [one] it
       *[other] them
    } now?
matters-arise-later = `:matters` lists them at any time, and goes through them one by one.
matters-go-through = Go through them
matters-next = On to the next
matters-hint-next = next open
matters-more = PageDown reads on
matters-hint-before = previous
matters-hint-behind = following
matters-hint-leave = leave
matters-which-words = { $id } { $status }: anything to add?
matters-words = words
matters-which-reason = { $id } { $status }: for what reason?
matters-reason = reason
matters-raised-in = from
matters-owner = owner
matters-answer = answer
matters-from = { $meeting }{ $day }{ $age }
matters-from-day = , { $day }
matters-line = { $id } ({ $became }): { $text }. From { $from }{ $owner }
telling-loose-matters = Matters arising that are still open ({ $count }): { $list }

## The series over the years
cli-show-series = The sessions of this series side by side instead: themes, attendance, answers, time on the floor
years-year = { $year }
years-other-themes = other themes
years-without-theme = without a theme
years-asked = that ask for an answer
years-answered = answered
years-in-hand = in hand as an action
years-open = still open
years-percent = answered
years-median = days, median
years-attended = took part
years-represented = represented
years-excused = excused
years-absent = absent
years-no-series = This meeting belongs to no series, so there is nothing to set beside it; name one in the agenda: series = "…".
years-none = No saved session of the series “{ $series }” can be read in { $folder }.

## Follow-ups as a calendar
cli-followups-ics = As a calendar: what is open as tasks, and what was settled since as done
cli-followups-output = Into this file; - is standard output
followups-calendar = Follow-ups
followups-raised-by = Raised by { $name }

## watch: the hall, and those who only look

hall-closed = Closed session
hall-break = Break
hall-break-until = Break until
hall-suspended = The meeting is suspended
hall-suspended-until = Suspended until
hall-over = The meeting is over
hall-thanks = Thank you.
hall-next-meeting = Next meeting: { $when }
hall-then = next: { $title }
hall-nobody-waits = nobody is waiting
hall-voting = Voting: { $method }
hall-carried = Carried
hall-not-carried = Not carried
hall-filled = { $filled } of { $seats ->
    [one] one seat
   *[other] { $seats } seats
 } filled
hall-more = and { $count } more
hall-waiting = No meeting is running; it appears here as soon as one is.
watch-label = This screen follows the meeting and changes nothing.
watch-only = This screen only watches: act where the meeting is held.
watch-hint-leave = leave
watch-key = { $key }: { $what }
watch-again = It is tried again all the time; what is shown is how it was.
watch-no-agenda = The agenda in this journal cannot be read, so the meeting cannot be shown. `tribune check` with the agenda file says what is wrong.
watch-no-journal = { $session } has no journal beside it, so there is nothing to follow. `tribune show { $session }` shows what was kept.
watch-no-terminal = `tribune watch` draws on a screen, and here is none. Run it in a terminal; `tribune show last` writes the summary as text.
watch-no-face = There is no face “{ $face }”. Known: { $faces }.
watch-farewell = The meeting goes on without this screen; `tribune watch` shows it again.
tui-watching = watching
cli-watch = The running meeting for the hall, or for a second screen that only looks
cli-watch-session = Which one: its file, its name, a part of it, or last; unless said, the one that is running
cli-watch-face = Not the hall’s screen but this face: floor, contributions, roll, ballots, brief or record

# watch: the end

## The brief: what the chair closes from
brief-thanks = thanks
brief-agreed = agreed
brief-raised-by-several = raised by several
brief-alike = said to be alike
brief-perhaps-alike = perhaps alike
brief-offered = offered
brief-asked-for = asked for
brief-starred = starred
brief-promised = promised
brief-decided = decided
brief-actions = to be done
brief-not-heard = not heard
brief-group = { $group }: { $people }
brief-units = Units
brief-person = { $name }
brief-person-of = { $name } ({ $unit })
brief-line = { $text }
brief-line-of = { $units }: { $text }
brief-agreed-joint = { $text } — { $units } together
brief-agreed-supported = { $text } — { $units }, supported by { $others }
brief-agreed-joint-supported = { $text } — { $units } together, supported by { $others }
brief-agreed-supported-alone = { $text } — supported by { $others }
brief-theme = { $theme } ({ $count } units)
brief-theme-of = { $theme }: { $units }
brief-pair-line = { $id } { $said }
brief-shared = both say: { $words }
brief-decision = { $item }: { $decided }
brief-elected = { $office }: { $names } elected
brief-here = { $who }
brief-what = what the chair closes from
brief-gathering = It is being put together.
brief-nothing = Nothing has been said yet, and nobody is here to be thanked.
brief-more = { $count ->
    [one] one more
   *[other] { $count } more
 }
brief-place = { $number } of { $of }
plain-brief-section = — { $title } —
plain-brief-judge = `:alike { $first } { $second }` says so, `:alike { $first } { $second } no` that they are not.
brief-hint-accept = say so
brief-hint-refuse = not alike
brief-hint-read = read out
brief-away = { $who } (not present)

## The lobby: the front door
lobby-title = tribune
lobby-subtitle = formal meetings, from the agenda to the minutes
lobby-farewell = No meeting was changed. `tribune` opens the lobby again.
lobby-continue = Continue
lobby-start-heading = Start
lobby-review = Look back
lobby-first-steps = First steps
lobby-kept = Kept in
lobby-kept-sessions = sessions
lobby-kept-settings = settings
lobby-today = today
lobby-runs = running elsewhere
lobby-shipped = example
lobby-unsound = has mistakes
lobby-new = A new agenda
lobby-archive = All sessions
lobby-followups = Still open
lobby-counting = reading …
lobby-open-overdue = { $open }, { $overdue } overdue
lobby-line = Type to find
lobby-finds = finds among all of this
lobby-found-nothing = Nothing here is called “{ $words }”. Esc shows all again; words said in a meeting are found under “All sessions”.
lobby-no-meeting = That needs a meeting. Here Enter chooses, and `:lang`, `:theme` and `:quit` are obeyed.
lobby-left = Left { $at } ({ $age })
lobby-at-item = At item { $number }: { $title }
lobby-had-floor = { $who } had the floor.
lobby-records = { $count ->
    [one] One record is kept.
   *[other] { $count } records are kept.
 }
lobby-goes-on = Enter goes on where it stopped.
lobby-held-elsewhere = It is being held in another terminal. Enter asks whether to watch it here.
lobby-elsewhere = { $title } is being held in another terminal.
lobby-watch = Watch it here, as the hall sees it
lobby-back = Back
lobby-start = { $title }
lobby-hold = Hold the meeting; everything is kept
lobby-rehearse = Rehearse it; nothing is kept
lobby-mistakes = { $file } has { $count ->
    [one] a mistake
   *[other] { $count } mistakes
 }, told beside it. Mend the file, then come back.
lobby-mistakes-count = { $count ->
    [one] One mistake keeps a meeting from being held:
   *[other] { $count } mistakes keep a meeting from being held:
 }
lobby-mistake = line { $line }: { $what }
lobby-shipped-about = Comes with the program
lobby-people = { $persons ->
    [one] one person
   *[other] { $persons } persons
 }, { $units ->
    [0] no units
    [one] one unit
   *[other] { $units } units
 }
lobby-new-about = Writes an agenda with comments into the folder you are in, for you to fill in with any editor. The language is that of this screen.
lobby-new-next = Four kinds are there: a board, a council, a work exchange, an assembly.
lobby-new-which = Write a new agenda into this folder: of which kind?
lobby-new-board = A board: few people, motions, votes
lobby-new-council = A council: a roster of units, elections
lobby-new-exchange = A work exchange: every unit in turn
lobby-new-assembly = An assembly: many members, secret ballots
lobby-wrote = Written: { $path }. Open it in an editor, put in your own title, people and items, and save; then come back and press Enter on it here.
lobby-held = Held { $day } ({ $age })
lobby-held-once = Its day is not known.
lobby-left-open = { $open ->
    [0] Nothing of it is still open.
    [one] One thing of it is still open, { $overdue } overdue.
   *[other] { $open } things of it are still open, { $overdue } overdue.
 }
lobby-opens-session = Enter opens it: who spoke, what was suggested and decided, the documents.
lobby-archive-about = Every session that was kept, by series; everything ever said can be found there, and what became of it can be written down.
lobby-overdue = overdue since { $day }
lobby-due = due { $day }
lobby-review-on = to be reviewed { $day }
lobby-demo-exchange = See a work exchange, under way
lobby-demo-founding = See a founding council, under way
lobby-demo-exchange-about = A meeting of directors in the middle of its round: units speak in turn, and every suggestion is caught.
lobby-demo-founding-about = A council that founds itself: elections by show of hands and by ballot, and the Articles.
lobby-demo-about = Press any key you like: nothing of a demo is kept. Ctrl-C and then 2 leave it, and you are back here.
lobby-guide = From an agenda to the minutes
lobby-guide-demo = 1. Look at a demo first. Letters always write; keys such as F5 act; ? shows them all.
lobby-guide-agenda = 2. Begin “A new agenda” here and fill it in with any editor. Its comments explain each line, and mistakes are told beside it.
lobby-guide-roster = 3. A roster from Excel: `tribune import people.xlsx` writes it as part of an agenda.
lobby-guide-hold = 4. Choose the agenda here: rehearse it first, then hold it. `:open` calls to order, F5 gives the next speaker the floor, a line you type is noted from that speaker’s unit.
lobby-guide-documents = 5. `:adjourn` ends it. `tribune export last --format docx --document minutes` writes the minutes for Word.
lobby-guide-later = 6. What was suggested stays open until it is answered: see “Still open”. The next meeting of the series takes it up.
lobby-keys = The keys
lobby-keys-move = Up and Down go from line to line, Tab to the next group.
lobby-keys-choose = Enter chooses. Where something would begin, you are asked first; 1 or Enter goes back.
lobby-keys-find = Letters find among all of this; Esc shows all again.
lobby-keys-lines = `:lang` changes the language, `:theme` the colours, `:quit` leaves.
lobby-keys-meeting = In a meeting ? shows what the keys do there; `tribune keys` prints them all.
lobby-keys-leave = Esc or Ctrl-C leaves at once; nothing is lost.
lobby-where = Where things are kept
lobby-where-sessions = Every meeting is kept in { $folder }: a session file to read, and a journal with everything as it happened.
lobby-where-settings = Your own settings, keys and themes may stand in { $folder }; nothing needs to.
lobby-where-else = Agendas are your own files and stay where you put them. `tribune --sessions FOLDER` keeps sessions elsewhere.
lobby-leaving = How to leave
lobby-leaving-lobby = Esc or Ctrl-C leaves the lobby.
lobby-leaving-meeting = In a meeting Ctrl-C asks first. A meeting that is left stays open: it stands here under “Continue”.
lobby-leaving-crash = Even if the terminal is closed or the machine fails, everything the screen called saved is kept.
cli-alone = In a terminal, `tribune` alone opens the lobby: it goes on with a meeting that was left, starts one, looks back, and shows a newcomer around.
lobby-hint-continue = go on
lobby-hint-start = start …
lobby-hint-see = see it
lobby-hint-read = read it
lobby-hint-groups = next group

## Files, output and names: what is told where they are not as they should be

standing-written-again = { $count ->
    [one] One record was missing from the journal; it was
   *[other] { $count } records were missing from the journal; they were
} written into it again from the session file { $path }.
standing-shown-whole = { $count ->
    [one] One record more stands
   *[other] { $count } records more stand
} in the session file { $path }, which is whole. The meeting is shown as it stands there, and `:save` goes on from there.
standing-contradicted = The session file { $path } holds other records than the journal. What is shown is what the journal says, for reading only; `:save` goes on with it in new files and keeps the old ones beside them.
standing-journal-lost = The session file { $path } is whole: the meeting goes on from it, in a new journal.
standing-kept = The old file is kept as { $path }.
standing-unreadable = The session file { $path } cannot be read; when the meeting is saved, it is kept beside the new one. { $why }
plain-left-as-it-was = The journal can only be read: it and the session file are left as they are.
plain-recorded-unheard = The lines are recorded all the same; what they do is not shown any more.
error-contradicted = { $path } and the session file beside it contradict each other.
error-output = Standard output could not be written: { $cause }.
error-cause-unread = nobody reads it any more

names-nobody = Nobody is called “{ $name }” there.
names-nobody-near = Nobody is called “{ $name }” there. Did you mean { $near }?
archive-unnamed = No session is named. Give its file, its name, a part of it, or `last`.
cli-export-unread = { $path } is there already and cannot be read, so it is left as it is. Give another `--output`, or move it away first.

## What a command does not take

phrase-ballot-neither = “{ $word }” is neither a rule nor a method of voting. The rules are { $rules }; the methods are { $methods }.
phrase-ballot-neither-near = “{ $word }” is neither a rule nor a method of voting. Did you mean { $near }? The rules are { $rules }; the methods are { $methods }.
phrase-ballot-unclear = It is not clear whether “{ $word }” belongs to the question or says how to vote: { $near }. Put the question in quotes, and rule and method behind it.
phrase-no-such-day = There is no day “{ $typed }” in the calendar. Days are written like 2024-03-15.
phrase-no-such-time = There is no time of day “{ $typed }”: hours go from 0 to 23, minutes and seconds from 0 to 59.
phrase-day-too-far = The day “{ $typed }” is too far away: years have four digits.
phrase-no-capacity = “{ $typed }” is no capacity. Type one of { $known }.
progress-next-before = The next meeting cannot be on { $date }: this one is on { $day }.
progress-skip-begun = Item { $number }, “{ $title }”, was dealt with already, so it cannot be left out. Close it with `:close noted`, or put the rest off with `:defer { $number }`.
progress-skip-begun-elsewhere = Item { $number }, “{ $title }”, was dealt with already, so it cannot be left out. Go to it with `:item { $number }` and close it, or put the rest off with `:defer { $number }`.
contribution-answer-remark = { $id } is a remark: it may be answered, but remarks are not followed up, and it cannot be { $status }. `:kind { $id } suggestion` makes it a suggestion.
answer-remark = { $id } of { $session } is a remark, and remarks are not followed up.
roster-enrol-same = { $person } is on the roster already, with the same title and unit (id { $id }). If this is somebody else, repeat the command with `really` at its end.
telling-reasoned-gone = A reason was given for a request: { $reason }

## The face of the ballots
ballots-open = Put this to the vote?
ballots-open-yes = Open the ballot
ballots-question = { $question } — { $method }
ballots-result = Announce the result? This would change:
ballots-result-yes = Announce the result
ballots-casting = A tie: how does the chair vote?
ballots-casting-for = For
ballots-casting-against = Against
ballots-casting-fails = No vote: let it fail
ballots-leave = Leave it as it is
ballots-call = Call the roll
ballots-votes = Enter the votes of a candidate
ballots-slate = Enter the votes for all as one
ballots-tally = Enter the tally
ballots-all-for = Everybody is for
ballots-clear-majority = A clear majority
ballots-unopposed = Nobody objects
ballots-papers = Enter the papers
ballots-void = Make it void
ballots-calling = How do they vote? Up goes back
ballots-called = { $number } of { $of }: { $who }
ballots-called-before = { $who }: { $answer }
ballots-none = No ballot is open. { $key } puts to the vote what the item asks for; `:ballot "question"` puts anything else.
ballots-none-left = No ballot is open, and every office has its result. `:ballot "{ $office }"` ballots that office again.
ballots-earlier = earlier
ballots-opened = { $method }, opened { $time }
ballots-round = round { $round }
ballots-for = for
ballots-against = against
ballots-abstaining = abstaining
ballots-silent = not voting { $count }
ballots-needed = { $needed } of { $of }
ballots-as-typed = as typed: { $what }
ballots-seats = { $seats ->
    [one] one seat
   *[other] { $seats } seats
 }
ballots-more = { $count ->
    [one] one more candidate
   *[other] { $count } more candidates
  }
ballots-moved = { $id }, moved by { $by }
ballots-seconded = { $moved }, seconded by { $by }
ballots-amends = { $moved }, amends { $id }
ballots-tellers = tellers: { $names }
ballots-group = { $group }: for { $favour }, against { $against }, abstaining { $abstaining }
ballots-unanswered = { $count ->
    [one] one has not
   *[other] { $count } have not
  } answered yet: { $names }
ballots-plain = { $question }: { $sentence }
ballots-plain-open = Open since { $time }: { $question }, { $method }. { $rule }
ballots-uncounted = Nothing has been counted yet.
