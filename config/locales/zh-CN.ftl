### 全部中文语句。每个主题一节，标识为 topic-what。
### 采用自然、规范的会议用语；拒绝时说明该怎么做。
### 标识与参数须与 en.ftl 一致，由测试比对。

## text

text-list-comma = 、
text-list-last = 、

text-nothing = {""}

# 语句本身即参数：议程自拟的用语，其中的 {name} 以数据代入。
text-filled = { $text }

# text: the end

## written

written-key-unknown = 此处没有“{ $key }”这个键。可用的键：{ $known }。
written-key-unknown-near = 此处没有“{ $key }”这个键，是否指“{ $near }”？
written-key-top = “{ $key }”应写在文件开头，在第一个方括号行之前。
written-type-string = “{ $key }”应为引号内的文字。
written-type-list = “{ $key }”应为方括号内的列表：["…", "…"]。
written-type-truth = “{ $key }”只能是 true 或 false，不加引号。
written-type-number = “{ $key }”应为{ $from }到{ $to }的整数，不加引号。
written-type-table = “{ $key }”应为一张表：写在方括号行之下，或写在花括号之内。
written-word = “{ $key }”应为以下之一：{ $known }。
written-word-near = “{ $key }”不能是“{ $word }”，是否指“{ $near }”？可用：{ $known }。
written-syntax = 此行无法读取：{ $detail }。
written-syntax-quotes = 文字须加引号："{ $value }"。
written-syntax-curly = 请用英文直引号："{ $value }"。
written-syntax-key = “{ $key }”含有英文字母、数字、- 和 _ 以外的字符，此处须加引号："{ $key }"。
written-syntax-key-twice = “{ $key }”重复出现，请保留其一。
written-syntax-table-twice = { $table } 重复出现。请改用另一代号，或合并为一。
written-syntax-header = 此行末尾缺少方括号。
written-syntax-unclosed = 此处的 { $open } 没有配对，缺少 { $close }。
written-syntax-quote = 此处缺少引号。
written-syntax-backslash = 引号内的反斜线须写两次：\\。
written-syntax-comma = 此处之前缺少逗号。
written-syntax-extra-comma = 此处多了一个逗号。
written-syntax-no-value = 键须有值：key = "value"。
written-syntax-equals = 键与值之间请写 =，不写 { $sign }。
written-syntax-value = “{ $value }”无法读取。如是文字，请加引号。
written-syntax-deep = 此行的键层次过多。
written-syntax-repeated = 每个“{ $key }”都以双方括号开头：[[{ $key }]]。

## agenda

agenda-text-empty = “{ $key }”没有内容。请写明，或删去此键。
agenda-type-text = “{ $key }”应为引号内的文字，或 { "{" } en = "…", zh = "…" { "}" }。
agenda-length = “{ $key }”应为时长，如 "5m"、"1h30m"、"90s" 或 "5分钟"。
agenda-length-unit = “{ $key }”须写明单位：分钟如 "45m"，小时如 "2h"，秒如 "90s"。
agenda-length-positive = “{ $key }”须大于零，如 "5m"。
agenda-length-long = “{ $key }”超过一天，请核对单位。
agenda-day = “{ $key }”应为存在的日期，如 2023-12-29。
agenda-time = “{ $key }”应为时刻，如 "14:30"。
agenda-example = “example”应为 true、false 或键的列表：["date", "votes"]。
agenda-too-long = 超过 { $most } MB 的议程不予读取，请核对文件。
agenda-title-missing = 会议须有名称：title = "…"。
agenda-items-missing = 会议须有议程：items = ["开场", "…"]，或逐项写 [[item]] 并注明 title。
agenda-items-both = 议程或写在“items”，或写成 [[item]]，不能两处都写，请合并到一处。
agenda-items-table = 议题除标题外还有其他内容时，请单独写成 [[item]]。
agenda-item-untitled = 此议题须有标题：title = "…"。
agenda-id-missing = { $kind } 须有代号：[{ $kind }.some-id]。
agenda-id-shape = 代号“{ $id }”只能包含字母、汉字、数字、- 和 _。
agenda-id-twice = 代号“{ $id }”重复；人员与单位的代号不能相同，请更换其一。
agenda-id-case = 代号“{ $id }”与“{ $other }”仅大小写不同，请更换其一。
agenda-id-name = “{ $key }”处请写代号：“{ $name }”的代号是“{ $id }”。
agenda-id-unknown = “{ $key }”中的“{ $id }”不在名册上。请增补 [person.{ $id }] 或 [unit.{ $id }]。
agenda-id-unknown-near = “{ $key }”中的“{ $id }”不在名册上，是否指“{ $near }”？
agenda-unit-unknown = 没有单位“{ $id }”。请增补 [unit.{ $id }]。
agenda-unit-unknown-near = 没有单位“{ $id }”，是否指“{ $near }”？
agenda-not-a-unit = “{ $key }”应为单位，而“{ $id }”是人员。
agenda-not-a-person = “{ $key }”应为人员，而“{ $id }”是单位。请写明该单位的人员。
agenda-chair-no-roster = 主持人“{ $id }”不在名册上。请增补 [person.{ $id }] 并写明姓名。
agenda-named-twice = “{ $key }”中“{ $id }”重复。
agenda-name-missing = { $kind }“{ $id }”须有名称：name = "…"。
agenda-group-unknown = 没有“{ $group }”这一组别。已有组别：{ $known }。
agenda-group-unknown-near = 没有“{ $group }”这一组别，是否指“{ $near }”？
agenda-group-none = 没有“{ $group }”这一组别。请在有关人员或单位处写明 group = "{ $group }"。
agenda-speaker-who = 花括号内的发言人须写明 who：{ "{" } who = "…", time = "10m" { "}" }。
agenda-theme-name = 花括号内的主题须写明 name：{ "{" } name = "…", also = ["…"] { "}" }。
agenda-teller-stands = “{ $id }”是本项的候选人，不能担任监票人或计票人，请另行指定。
agenda-not-an-election = 只有选举才有“{ $key }”。请加上 kind = "election"，或删去此键。
agenda-offices-both = 已写 offices 时，“{ $key }”应写在各职务之内，不写在议题上。
agenda-offices-empty = 选举至少须有一个职务。
agenda-rule-shape = “{ $key }”应为规则名称，或一张表：{ "{" } base = "present", need = "2/3", strict = false { "}" }。
agenda-rule-unknown = 没有“{ $rule }”这一规则。可用：{ $known }。
agenda-rule-unknown-near = 没有“{ $rule }”这一规则，是否指“{ $near }”？
agenda-rule-never = 按此规则永远无法通过：所需超过全体。need = "1" 时请写 strict = false。
agenda-quorum = “quorum”应为 "none"、人数（如 7）或 { "{" } need = "1/2", strict = true { "}" }。
agenda-quorum-never = 此法定人数永远无法达到：所需超过全体。need = "1" 时请写 strict = false。
agenda-fraction = “{ $key }”应为引号内的分数，如 "2/3"。
agenda-fraction-decimal = “{ $key }”应为引号内的准确分数，如 "2/3"，不用小数或百分数。
agenda-fraction-zero = “{ $key }”的分数中不能有 0，例如 "1/2"。
agenda-end-before-start = 会议{ $start }开始，却在{ $end }结束，二者必有一误。
agenda-warn-chair = 未写明主持人。请写 chair = "…"，或在会上移交主持。
agenda-warn-cue = 没有名为“{ $name }”的主持词，这段话不会出现。可用的名称：{ $known }。
agenda-warn-cue-near = 没有名为“{ $name }”的主持词，这段话不会出现。是否指“{ $near }”？
agenda-warn-section = 会议记录没有名为“{ $name }”的部分。可用的名称：{ $known }。
agenda-warn-section-near = 会议记录没有名为“{ $name }”的部分。是否指“{ $near }”？
agenda-warn-secretary = 未写明秘书“{ $id }”是否有表决权，视为没有。请写 votes = true 或 votes = false。
agenda-warn-name-twice = 名称“{ $name }”用了两次，命令中须用代号。
agenda-warn-name-empty = “{ $id }”的名称没有可见字符，以代号代替。
agenda-warn-beyond-end = 各项议程将延续到{ $until }，比结束时间{ $end }晚{ $minutes }分钟。
agenda-warn-seats = 名额（{ $seats }）多于候选人（{ $candidates }）。

agenda-capacity-chair = 主持人
agenda-capacity-secretary = 秘书
agenda-capacity-member = 成员
agenda-capacity-invited = 特邀
agenda-capacity-observer = 列席
agenda-kind-opening = 开场
agenda-kind-report = 汇报
agenda-kind-discussion = 讨论
agenda-kind-round = 轮流发言
agenda-kind-motion = 动议
agenda-kind-approval = 审议
agenda-kind-election = 选举
agenda-kind-break = 休息
agenda-kind-closing = 总结

# agenda: the end

## names

names-called = { $name }（{ $id }）
names-ambiguous = “{ $name }”可能是{ $candidates }。请多输入几个字，或输入代号。
names-unknown = 名册上没有“{ $name }”。如需增补，请输入 `:登记 "{ $name }", 职务, 单位`。
names-unknown-near = 名册上没有“{ $name }”，是否指{ $near }？如需增补，请输入 `:登记 "{ $name }", 职务, 单位`。

# names: the end

## check

check-file-missing = 没有 { $file } 这个文件。
check-file-permission = 没有读取 { $file } 的权限。
check-file-unread = 无法读取 { $file }：{ $cause }。
check-file-folder = { $file } 是文件夹，请指明其中的文件。
check-file-device = { $file } 是管道或设备，不是文件，请先把内容存成文件。
check-file-large = { $file } 超过 { $most } MB，未予读取。
check-file-empty = { $file } 没有内容。可用 `tribune new` 生成议程再作修改。
check-file-wide = { $file } 是 UTF-16 编码，请另存为 UTF-8。
check-file-utf8 = { $file } 不是 UTF-8 文本：第{ $line }行，第{ $byte }字节。请另存为 UTF-8。
check-warning = 提醒：{ $warning }
check-mistakes = { $file }：共{ $count }处错误，改正后方可使用。
check-good = { $file }：无误。
check-agenda = { $file }：无误。议题{ $items }项，人员{ $persons }名，单位{ $units }个，有表决权者{ $voters }名。
check-rule = { $name }：{ $rule }。
check-rule-preset = 规则 { $name }
check-rule-own = 自定规则
check-quorum = 本次会议：{ $quorum }。
check-item-rule = 第{ $number }项“{ $title }”：{ $name }：{ $rule }。
new-unknown = 没有“{ $name }”这一模板。可用：{ $known }。
new-unknown-near = 没有“{ $name }”这一模板，是否指 { $near }？可用：{ $known }。

# check: the end

## rules

rules-nothing = {""}
rules-fraction = { $den }分之{ $num }
rules-fraction-half = 半数
rules-fraction-third = 三分之一
rules-fraction-two-thirds = 三分之二
rules-fraction-three-quarters = 四分之三
rules-base-votes = 赞成票与反对票之和
rules-base-valid = 赞成、反对、弃权票之和
rules-base-cast = 收回票数（不含空白票）
rules-base-cast-blank = 收回票数
rules-base-present = 实到人数
rules-base-entitled = 应到人数
rules-counted-votes = { $count ->
   *[other] 票
  }
rules-counted-present = 人
rules-counted-entitled = 人
rules-share-more = 超过{ $base }的{ $fraction }
rules-share-least = 达到{ $base }的{ $fraction }以上（含本数）
rules-share-all = 等于{ $base }
rules-share-more-persons = 超过{ $base }的{ $fraction }
rules-share-least-persons = 达到{ $base }的{ $fraction }以上（含本数）
rules-share-all-persons = 等于{ $base }
rules-abstention-nothing = 弃权不计入基数
rules-abstention-against = 弃权计入基数，效果等同反对
rules-explained = { $rule }{ $each }{ $tie }
rules-explained-majority = 赞成票{ $share }即为通过；{ $abstention }
rules-explained-never = 所需超过全体，不可能通过
rules-explained-unanimous = 有人赞成且无人反对即为通过；弃权不影响结果
rules-explained-all = 全体一致赞成方为通过（基数：{ $base }）
rules-explained-acclamation = 无人提出异议即为通过，不计票
rules-explained-each-group = ；名册上有表决权的各组须分别达到
rules-explained-tie-chair = ；赞成与反对票数相等时，主持人可投决定票
rules-quorum-none = 不设法定人数
rules-quorum-number = 法定人数：有表决权的出席者不少于{ $number }人
rules-quorum-share = 法定人数：实到人数须{ $share }
rules-carried = 通过——{ $of }{ $counted }中须得{ $needed }票，实得{ $had }票（基数：{ $base }）
rules-carried-by-chair = 经主持人投决定票通过——{ $of }{ $counted }中须得{ $needed }票，实得{ $had }票（基数：{ $base }）
rules-carried-anyway = 通过——赞成{ $had }{ $counted }，其余无论如何表决均不影响结果（基数：{ $base }）
rules-not-carried = 未通过——{ $reason }
rules-failed-anyway = 赞成{ $had }{ $counted }，其余无论如何表决均不影响结果（基数：{ $base }）
rules-failed = { $of }{ $counted }中须得{ $needed }票，实得{ $had }票（基数：{ $base }）
rules-failed-none-for = 无人赞成
rules-failed-opposed = 不得有反对票，现有{ $against }票反对
rules-failed-not-all = 须{ $of }{ $counted }全部赞成，实得{ $had }票
rules-tie = 赞成与反对票数相等：{ $of }{ $counted }中须得{ $needed }票，实得{ $had }票（基数：{ $base }）
rules-tie-open = 赞成与反对票数相等——{ $of }{ $counted }中须得{ $needed }票，实得{ $had }票（基数：{ $base }）；主持人可投决定票，否则不通过
rules-failed-group = “{ $group }”组未通过——{ $reason }
rules-group-others = 其他

# rules: the end

## ballot

ballot-open-already = { $ballot }“{ $question }”正在表决：请先宣布结果，或宣布作废。
ballot-none-open = 当前没有进行中的表决：请先用 `:表决` 发起。
ballot-is-void = { $ballot }已作废（{ $reason }）：请用 `:表决` 重新发起。
ballot-no-question = 本议题没有待表决的内容：请写明表决事项，例如 `:表决 “事项”`。
ballot-amendments-first = { $id }尚有修正案，应先行表决：请先用 `:表决` 表决修正案，或在末尾加 `确定`。
ballot-amendment = { $id }：{ $text }
ballot-method-forced = 本项规定采用{ $method }：请勿另行指定方式，或在末尾加 `确定`。
ballot-method-show-of-hands = 举手表决
ballot-method-roll-call = 唱名表决
ballot-method-secret = 无记名投票
ballot-method-consent = 一致同意
ballot-method-declared = 主持人当场宣布
ballot-rule-never = 该规则下任何事项都无法通过（{ $rule }）：请另选规则。
ballot-no-quorum = 未达法定人数：实到{ $present }人，须{ $needed }人；请补记出席者，或在末尾加 `确定`，记录将予注明。
ballot-no-quorum-counted = 未达法定人数：清点实到{ $present }人，须{ $needed }人；如出席者增加，请重新 `:清点`，或在末尾加 `确定`，记录将予注明。
ballot-count-again = 现以清点的{ $present }人代替签到人数：如出席者增加，请重新 `:清点`。
ballot-unmarked = 尚未登记出席情况：{ $names }——如已到会，请用 `:出席` 登记。
ballot-counted-already = 已开始计票：应到与实到人数不再变更。
ballot-nothing-said = 请写明票数，例如 `赞成14 反对9 弃权3`。
ballot-no-groups = 本次表决合并计票，不分组：请去掉“{ $group }”。
ballot-tally-groups = 本次分组计票：请用 `:计票 组别：…` 分别录入{ $groups }。
ballot-group-unknown = 没有名为“{ $group }”的表决组：现有{ $groups }。
ballot-group = { $group }
ballot-in-group = { $group }：{ $what }
ballot-groups-missing = 尚未计票的组：{ $groups }——请用 `:计票 组别：…` 分别录入。
ballot-present-unknown = 实到人数未知：请直接录入票数，或先用 `:清点` 录入人数。
ballot-counted-by-answers = 正在唱名记录：请用 `:表态` 更正，或宣布作废。
ballot-counted-by-names = 正在按候选人计票：请继续用 `:得票` 录入，或宣布作废。
ballot-declared-already = 已宣布不计票通过：请宣布结果，或宣布作废。
ballot-counted-as-one = 已合并计票：请更正票数，或宣布作废。
ballot-secret-is-counted = 无记名投票须计票：请用 `:选票` 录入发出和收回情况，并用 `:计票` 录入票数。
ballot-no-clear-majority = 仅在过半数即可通过时方可宣布“明显多数”（{ $rule }）：请计票。
ballot-consent-not-enough = 即使无人反对，实到人数仍不足（{ $rule }）。
ballot-secret-no-answers = 无记名投票不记录个人意见：请录入票数。
ballot-not-roll-call = 本次不是唱名表决：请录入票数，或作废后改用 `唱名`。
ballot-not-entitled = { $who }在此无表决权。
ballot-voter-not-present = { $who }未出席：须在首个表态前登记出席。
ballot-voter-late = { $who }在唱名开始后到会，不参加本次表决。
ballot-no-papers = 只有无记名投票才录入选票发出和收回情况：请先将本次表决作废，再改用 `无记名`。
ballot-no-election = 本次表决不是选举：请录入票数。
ballot-too-many-votes = 票数过多：{ $sum }票，而实到{ $present }人。
ballot-too-many-counted = 票数过多：{ $sum }票，而收回{ $returned }张。
ballot-too-many-issued = 发出{ $issued }张，超过实到{ $present }人。
ballot-too-many-returned = 收回{ $returned }张，超过最多可发出的{ $issued }张。
ballot-nothing-counted = 尚未计票：请先输入 `:计票`、`:明显多数` 或 `:无异议`。
ballot-nothing-counted-consent = 尚未计票：请先输入 `:计票` 或 `:无异议`。
ballot-nothing-counted-tally = 尚未计票：请先输入 `:计票`。
ballot-nothing-answered = 尚无人表态：请输入 `:表态 某人 赞成`，逐一记录。
ballot-unanswered = 尚未表态：{ $names }；请补记（不投票者记 `不表决`），或在末尾加 `确定`。
ballot-missing-entitled = 应到人数未知：请录入实到与应到人数，如 `:清点 44 应到 58`。
ballot-missing-present = 实到人数未知：请录入实到人数，如 `:清点 44`。
ballot-missing-for = 请录入赞成票数。
ballot-missing-against = 请录入反对票数。
ballot-missing-abstaining = 按此规则弃权计入基数：请录入弃权票数。
ballot-missing-blank = 请录入空白票数。
ballot-missing-invalid = 请录入废票数。
ballot-no-casting-vote = 按此规则主持人无决定票，票数相等即不通过（{ $rule }）。
ballot-no-tie = 并非票数相等，无须投决定票：{ $verdict }。
ballot-void-why = 请说明作废原因。
ballot-void = 作废：{ $reason }
ballot-void-said = { $reason }
ballot-void-papers = 收回{ $returned }张，多于发出的{ $issued }张
ballot-void-left = 未宣布结果即结束
ballot-consent = 通过——无人提出异议
ballot-declared = 通过——主持人宣布明显多数赞成
ballot-without-quorum = { $sentence }；表决时未达法定人数：实到{ $present }人，须{ $needed }人
ballot-told-opened = { $ballot }开始表决：{ $question }——{ $method }，{ $rule }。{ $size }。{ $quorum }
ballot-told-opened-office = { $ballot }开始选举：{ $question }，第{ $round }轮，应选{ $seats }名，候选人：{ $candidates }——{ $method }，{ $rule }。{ $size }。{ $quorum }
ballot-told-without-quorum = 未达法定人数：实到{ $present }人，须{ $needed }人。
ballot-told-size = 应到{ $entitled }人，实到{ $present }人
ballot-told-present = 实到{ $present }人
ballot-told-entitled = 应到{ $entitled }人
ballot-told-size-unknown = 应到、实到人数未知
ballot-told-retaken = 重新核定：{ $size }。
ballot-told-tallied = 计票：{ $counts }。
ballot-told-tallied-group = “{ $group }”组计票：{ $counts }。
ballot-told-votes = { $who }得票：{ $counts }。
ballot-told-slate = 整单计票：{ $counts }。
ballot-told-voters = 投票人数{ $voters }。
ballot-told-papers = 选票：{ $counts }。
ballot-told-for = 赞成{ $count }票
ballot-told-against = 反对{ $count }票
ballot-told-abstaining = 弃权{ $count }票
ballot-told-issued = 发出{ $count }张
ballot-told-returned = 收回{ $count }张
ballot-told-blank = 空白{ $count }张
ballot-told-invalid = 废票{ $count }张
ballot-told-unopposed = 无人提出异议。
ballot-told-clear-majority = 主持人宣布明显多数赞成。
ballot-told-answered = { $who }：{ $answer }。
ballot-answer-for = 赞成
ballot-answer-against = 反对
ballot-answer-abstain = 弃权
ballot-answer-none = 不表决
ballot-told-tie = { $ballot } { $question }：{ $result }。
ballot-told-tie-asks = { $ballot }赞成与反对票数相等：请输入 `:决定票 赞成` 或 `:决定票 反对`；再次输入 `:结果` 则按不通过处理。
ballot-told-casting-for = 主持人投决定票：赞成。
ballot-told-casting-against = 主持人投决定票：反对。
ballot-told-casting-dropped = 已重新计票：主持人此前所投的决定票不再计入。
ballot-told-tie-dropped = 已重新计票：此前宣布的同票不再成立。
ballot-told-closed = { $ballot } { $question }：{ $result }。
ballot-told-voided = { $ballot } { $question }：{ $result }。
ballot-told-nominated = 提名{ $who }为候选人。
ballot-told-declined = { $who }不再作为候选人。
ballot-told-tellers = 计票人：{ $names }。

# ballot: the end

## election

election-no-item = 提名须在选举项中进行：请先进入该项。
election-ballot-open = “{ $office }”正在选举：候选人不再变更。
election-all-balloted = “{ $item }”各职务均已有结果：如需重选该职务，请输入 `:表决 “{ $office }”`。
election-seats-left = “{ $item }”各职务均已选举，名额未满：请用 `:第二轮` 再次投票。
election-no-office = 本项没有“{ $office }”一职：待选职务为{ $offices }；如作为一般问题表决，请在末尾加 `确定`。
election-no-candidates = “{ $office }”没有候选人：请先用 `:提名` 提名。
election-stands-already = { $who }已是候选人。
election-not-a-candidate = { $who }不是候选人：现有候选人为{ $candidates }。
election-teller-stands = { $who }为计票人，不得作为候选人：请先更换计票人。
election-candidate-counts = { $who }是候选人，不得担任计票人。
election-tellers-no-item = 计票人按当前议题指定：请先进入该项。
election-elected-already = { $who }已当选。
election-no-round = 本项没有未满的名额：请用 `:表决` 发起选举。
election-no-groups = 选举按候选人计票，不分组：请另选规则。
election-no-roll-call = 差额选举不采用唱名表决：请改用 `无记名` 或 `举手`。
election-votes-by-name = 差额选举须按候选人计票：请输入 `:得票 某人 票数`，逐一录入。
election-slate-contested = 候选人{ $candidates }名，名额{ $seats }个：差额选举不能整体表决。
election-voters-too-many = 投票人数{ $voters }，超过实到{ $present }人。
election-votes-too-many = 票数过多：一名候选人得{ $sum }票，而最多{ $limit }票。
election-votes-beyond-seats = 票数过多：合计{ $votes }票，而{ $limit }人每人最多选{ $seats }名，至多{ $most }票。
election-votes-missing = 尚未录入{ $candidates }的得票：请输入 `:得票 某人 票数`，无票者录入0。
election-voters-missing = 应选不止一名，且只计赞成票：请录入投票人数，如 `:投票人数 28`。
election-nothing-counted = 尚未计票：请输入 `:得票 某人 票数`，逐一录入。
election-nothing-counted-slate = 尚未计票：请输入 `:得票 某人 票数` 逐一录入，或用 `:整单` 整体录入。
election-no-casting-vote = 末位同票不由主持人决定：请用 `:第二轮` 再次投票。
election-sentence = { $elected }{ $others }{ $tied }{ $open }（基数：{ $base }）
election-elected = 当选：{ $names }
election-nobody = 无人当选
election-others = ；未当选：{ $names }
election-tied = ；末位同票，暂无人当选：{ $names }
election-left = ；{ $seats }个名额中尚缺{ $left }个
election-with-votes = { $who }（{ $of }票中须{ $needed }票，得{ $had }票）
election-with-present = { $who }（实到{ $of }人，须{ $needed }票，得{ $had }票）
election-with-entitled = { $who }（应到{ $of }人，须{ $needed }票，得{ $had }票）
election-consent = 当选（无人提出异议）：{ $names }
election-declared = 当选（主持人宣布明显多数赞成）：{ $names }

# election: the end

## journal

journal-nothing-happened = 本次操作未能记录；此前的内容均已保全。
journal-try-again = 请腾出空间或修复磁盘，然后再做一次。
journal-go-on-in-new-file = 此文件不再写入；输入 `:保存` 可在新文件中继续，原文件保留在旁。
journal-watch-instead = 可用 `tribune watch { $journal }` 旁观，或先在那边关闭。
journal-torn = 程序或电源中断时，会议日志的最后一行未写完：已去除未经确认的{ $bytes }个字节；已确认的{ $records }条记录均完好。
journal-damaged = 会议日志第{ $line }行已损坏：{ $wrong }。此前{ $records }条记录完好，其后还有{ $following }行。现以只读方式打开；输入 `:保存` 可由完好的记录在新文件中继续，本文件保留在旁。
journal-wrong-unreadable = 无法读取
journal-wrong-unknown = 含有本版本不认识的内容
journal-wrong-changed = 写成之后被改动过
journal-wrong-missing = 此前缺少{ $count }条记录

# journal: the end

## room
room-stamp-before-record = 时间标记 { $stamp } 早于最后一条记录 { $last }。时间不能倒退：请去掉标记，或用 `:开始于`、`:结束于` 更正时间。
room-broken = 此前的记录均已保全。此处不能再作记录：请退出后重新运行会议，从最后一条记录继续。

# room: the end

## error

error-read = 无法读取 { $path }：{ $cause }。
error-write = 无法写入 { $path }：{ $cause }。
error-create = 无法建立 { $path }：{ $cause }。
error-missing = 没有文件 { $path }。
error-not-a-file = { $path } 不是文件。
error-too-large = { $path } 超过 { $megabytes } MB，不予读取。
error-empty = { $path } 是空文件。
error-damaged = { $path } 第{ $line }行已损坏。
error-version = { $path } 由更新版本的 tribune 写成（格式 { $found }）。
error-locked = 本次会议已在另一个 tribune 中打开：{ $path }。
error-locked-by = 本次会议已在另一个 tribune（进程 { $process }）中打开：{ $path }。
error-changed = { $path } 已被其他程序改动、移走或删除。
error-read-only = { $path } 只能读取。
error-broken = 程序出错：{ $what }
error-closed = 本机上的会议已经关闭。
error-cause-full = 磁盘已满
error-cause-read-only = 磁盘只能读取
error-cause-permission = 没有权限
error-cause-no-folder = 所在文件夹不存在
error-cause-taken = 名称已被占用
error-cause-other = { $said }

# error: the end

## meeting

# meeting: the end

## roster

roster-unchanged = { $person }的这项信息本来就是这样，无需更改。
roster-name-empty = 姓名为空。请用引号写出姓名：`:登记 "姓名", 职务, 单位`。
roster-enrolled-already = { $person }已在名册上。
roster-unknown-person = 名册上没有“{ $person }”。如需增补，请输入 `:登记 "{ $person }", 职务, 单位`。

# roster: the end

## roll

roll-unmarked = 未登记
roll-present = 出席
roll-excused = 请假
roll-absent = 缺席
roll-left = 已离席
roll-represented = 已委托代表
roll-represents-self = { $person }不能代表自己，请在 `由` 之后另写一人。
roll-proxy-not-present = { $person }未出席，不能代表他人。请先登记其出席。
roll-away-already = { $person }本议题已登记为暂离。
roll-recused-already = { $person }本议题已登记为回避。
roll-count-too-large = 应到{ $of }人、实到{ $present }人不成立：实到人数不能大于应到人数。
roll-count-beyond-the-roll = 实到{ $present }人不成立：名册上应到{ $entitled }人。如应到人数更多，请一并写明，例如 `:清点 { $present } 应到 { $present }`。
roll-no-count = 没有宣布过清点人数，现用的就是签到人数。
roll-unchanged = { $person }已登记为{ $status }。
roll-left-not-present = { $person }未曾出席，不能登记为离席。
roll-no-item = 现在没有进行中的议题，无法登记暂离或回避。请先用 `:议题` 开始一项。
roll-in-the-future = { $time }尚未到来。请填已经过去的时间，或不填时间。

# roll: the end

## progress

progress-planned = 待进行
progress-open = 进行中
progress-interrupted = 中断
progress-closed = 已结束
progress-skipped = 已略过
progress-deferred = 已推迟
progress-open-already = 会议已经开始。
progress-suspended-already = 会议已在休会中。输入 `:复会` 可继续开会。
progress-suspend-past = 该时间已过。请填稍后的时间，或不填时间。
progress-ballot-open = 表决{ $ballot }尚未结束。请输入 `:结果` 宣布结果，或输入 `:作废` 并说明理由。
progress-not-suspended = 会议没有休会，无需复会。
progress-hindrance-waiting = 还有{ $count }人等候发言：{ $names }
progress-hindrance-ballot = 表决{ $ballot }尚未结束，届时将作废
progress-hindrance-no-result = “{ $title }”尚无表决结果
progress-hindrance-item = 议题{ $number }“{ $title }”：{ $status }
progress-adjourn-refused = 会议尚未完成。如仍要散会，请在命令末尾加 `确定`。
progress-next-refused = 现在还不能离开本议题。如仍要进入下一项，请在命令末尾加 `确定`。
progress-close-refused = 现在还不能结束本议题。如仍要结束，请在命令末尾加 `确定`。
progress-chair-already = { $person }已在主持会议。
progress-chair-not-present = { $person }登记为{ $status }，不能主持会议。请先登记其出席。
progress-no-item = 议程中没有这一项。
progress-no-later-item = 后面没有待进行的议题。可输入 `:散会` 结束会议，或用 `:增加` 添加议题。
progress-no-earlier-item = 前面没有议题。
progress-none-open = 现在没有进行中的议题。请输入 `:议题` 和序号，或 `:下一项`。
progress-close-contradicts = 表决结果是{ $result }，不能以“{ $said }”结束。请直接结束，或先作废该表决。
progress-title-empty = 标题为空，请用引号写出标题。
progress-move-range = 议程共有{ $count }项，请填1到{ $count }之间的序号。
progress-not-ahead = “{ $title }”{ $status }，不能再略过或推迟。
progress-item-still-open = 本议题仍在进行。请先结束，再补记结束时间。
progress-not-adjourned = 会议尚未散会，没有可更正的结束时间。
progress-time-too-early = 该时间早于{ $time }，与已有记录冲突。请填更晚的时间。
progress-time-too-late = { $time }晚于其后的记录，或尚未到来。请填更早的时间。
progress-reload-mistakes = 议程文件有错误，未予采用。请先用 `tribune check` 检查。
progress-reload-same = 议程文件没有变化。
progress-change-fact = “{ $key }”有变化
progress-change-unit-added = 增加单位：{ $name }
progress-change-unit = 单位信息变化：{ $name }
progress-change-person-added = 增加人员：{ $name }
progress-change-person = 人员信息变化：{ $name }
progress-change-item-added = 增加议题：{ $title }
progress-change-item = 议题变化：{ $title }
progress-change-item-gone = 撤下议题：{ $title }

# progress: the end

## floor

floor-next-given-already = 发言权刚才已交给{ $name }，请看清后再继续。
floor-next-ended-already = 该次发言刚才已经结束。如仍要继续，请再执行一次 `:下一位`。
floor-nobody-waits = 没有人等候发言。可用 `:发言` 加姓名指定，或输入 `:下一项`。
floor-has-it-already = { $name }正在发言。
floor-away = { $name }本议题暂离。请先用 `:出席` 登记其返回。
floor-not-present = { $name }登记为{ $status }，不能发言。请先登记其出席。
floor-unit-absent = { $name }无人出席。请先登记其代表出席。
floor-nobody-speaks = 现在没有人发言。
floor-paused-already = 计时已暂停。输入 `:继续` 恢复计时。
floor-not-paused = 计时正在进行，无需继续。
floor-no-limit = 本次发言不限时，无需延长。
floor-each-zero = 每人发言时间至少一秒。
floor-waits-already = { $name }已在发言名单上。
floor-list-closed = 发言名单已截止。输入 `:名单 开放` 可重新接受申请。
floor-list-closed-already = 发言名单已经截止。
floor-list-open-already = 发言名单本来就开放。
floor-list-empty = 发言名单为空。
floor-nobody-to-interrupt = 现在没有人发言，无从插话。请用 `:申请发言` 或 `:发言`。
floor-interposed-already = 已有人在插话。请先输入 `:讲完` 回到原发言人。
floor-not-on-list = { $name }不在发言名单上。可用 `:申请发言` 加入。
floor-order-same = 发言名单已是这个顺序。
floor-repair-interposed = 请先用 `:讲完` 结束插话，再更正时间。
floor-repair-written = 书面发言没有时长，无从更正时间。
floor-repair-question = { $name }是在他人发言中插话，请改为更正该次发言的时间。
floor-repair-over-question = { $from }至{ $until }，{ $name }曾向{ $speaker }插话提问。请填一个能把插话留在发言之内的时间。
floor-no-such-turn = 没有这次发言，可能已被撤销。请另选一次。
floor-no-turn = 还没有人发言，没有可更正的发言。
floor-was-already = 该次发言本来就记在{ $name }名下。
floor-no-two-turns = 还没有两次发言可以互换。
floor-same-speaker = 两次发言是同一人。

# floor: the end

## contribution

contribution-open = 待答复
contribution-answered = 已答复
contribution-adopted = 已采纳
contribution-declined = 未采纳
contribution-carried = 转下次会议
contribution-done = 已办结
contribution-suggestion = 建议
contribution-offer = 资源
contribution-request = 请求
contribution-commitment = 承诺
contribution-question = 提问
contribution-remark = 说明
contribution-unknown = 没有{ $id }。
contribution-merged = { $id }已并入{ $into }，请改用{ $into }。
contribution-struck = { $id }已删去。请先撤销这一操作。
contribution-same = { $id }写了两次。请写两条不同的意见。
contribution-empty = 没有可记录的文字，请写出所说的话。
contribution-kind-already = { $id }本来就是“{ $kind }”。
contribution-nobody-supports = 现在没有人发言，无从支持。请先请人发言。
contribution-own = { $id }本来就是{ $name }提出的。
contribution-supported-already = { $name }已支持{ $id }。
contribution-none-yet = 您还没有可修改的意见。
contribution-not-in-line = 您最近记下的{ $id }中没有“{ $old }”。
contribution-file-nothing = 请说明{ $id }归到哪里：`@单位`、`@人员` 或 `#主题`。

# contribution: the end

## outcome

outcome-adopted = 通过
outcome-rejected = 未通过
outcome-amended = 修改后通过
outcome-deferred = 推迟
outcome-noted = 备案
outcome-elected = 当选
outcome-seats-open = 名额未满
outcome-action-empty = 请在冒号后写明要办的事。
outcome-no-action = 没有{ $id }。
outcome-action-done-already = { $id }已办结。
outcome-no-matter = 以往会议遗留事项中没有{ $id }。
outcome-action-already = { $id }已转为{ $action }。

# outcome: the end

## motion

motion-unknown = 没有{ $id }。
motion-withdrawn = { $id }已撤回。
motion-voted = { $id }已经表决。
motion-under-vote = { $id }正在表决。请先作废该表决。
motion-empty = 文本为空，请用引号写出。
motion-none-pending = 没有待表决的动议可供修正。请指明一项，如 `针对 P1`。
motion-amends-amendment = { $id }本身是修正案，请修正原动议。
motion-seconds-self = { $person }不能附议自己的动议，请另写一人。
motion-mover-not-present = { $person }登记为{ $status }，不能提出或附议动议。请先登记其出席。

# motion: the end

## undo

undo-nothing = 您没有可撤销的操作。
undo-nothing-to-redo = 没有可重做的操作。
undo-no-record = 没有第{ $record }条记录。输入 `:日志` 查看。
undo-undone-already = 第{ $record }条记录已撤销。
undo-of-undo = 第{ $record }条记录本身就是撤销。请输入 `:重做`。
undo-of-another = 第{ $record }条记录是{ $author }所为，只有主持人可以撤销。
undo-built-on = 第{ $later }条记录以第{ $record }条为基础。请先撤销第{ $later }条，或用命令更正。
undo-across-ballot = 第{ $record }条记录已结束一次表决，不能跨越它撤销。请改用公开更正。
undo-across-adjournment = 会议已在第{ $record }条记录处宣布散会，此前的记录不能再撤销。

# undo: the end

## permit

permit-not-allowed = 这项操作由主持人进行，请向主持人提出。
permit-not-open = 会议尚未开始。请先输入 `:开会`。
permit-suspended = 会议休会中。请先输入 `:复会`。
permit-adjourned = 会议已散会。会议记录如有误，请用 `tribune correct 会议` 更正。

# permit: the end

## refusal

# refusal: the end

## phrase

phrase-nothing = 没有输入内容。输入 `?` 查看可用的命令。
phrase-unknown = 没有“{ $command }”这个命令。`:帮助` 列出全部命令；不带冒号的行记为意见。
phrase-usage = “{ $command }”之后的写法有误。
phrase-form = :{ $form }
phrase-several = “{ $name }”可能指多个对象，请输入更完整的名称或代号。
phrase-unit-which = { $unit }出席者不止一人或无人出席，无从判断由谁代表，请指明其中一人。
phrase-unit-nobody = { $unit }在名册上没有人员。请指明某人，或用 `:登记` 增补。
phrase-no-unit = 名册上没有单位“{ $unit }”。请输入单位全称、简称或代号。
phrase-no-item = { $items ->
    [1] 没有第{ $number }项，议程只有第1项。
   *[other] 没有第{ $number }项，议程共{ $items }项。请输入1至{ $items }之间的序号。
 }
phrase-no-earlier-turn = 此前没有可归入的发言，请去掉 `<`。
phrase-no-host = 本版本尚不能接入来宾。可用 `tribune watch` 在另一个终端查看会议。

# phrase: the end

## help

help-title = 会议命令
help-intro = 直接输入的一行记为一条意见；以 `:` 开头的一行是命令。
help-form = { $form } —— { $what }
help-row = :{ $form } —— { $what }
help-names = 名称：{ $names }
help-entry = { $what }。{ $names }。
help-example = 例：:{ $example }
help-rules = 表决或议程可以指定的规则：
help-rule = { $name }：{ $rule }
help-who = “某人”可以是代号、姓名或单位名、各词开头、拼音或首字母，或名称中的任一部分；多人用逗号分开。
help-times = 时间写作14:10；时长写作1分、90秒、1小时或1分30秒；日期写作2024-03-15、+14d 或“下次会议”。行末加 `确定` 表示坚持执行。
help-group-meeting = 会议
help-group-agenda = 议程
help-group-roll = 签到
help-group-floor = 发言
help-group-repair = 更正时间
help-group-capture = 意见
help-group-outcome = 结果
help-group-ballot = 表决
help-group-record = 记录与程序
help-form-text = 记入正在发言者名下
help-form-kind = 按该类别记录
help-form-from = 记入该单位名下，或由几家共同提出
help-form-theme = 归入主题；行中的 `@` 表示提及
help-form-back = 归入前一位发言者名下，每个 `<` 退一位
help-form-substitute = 修改自己刚记的一行
help-form-support = 发言者所在单位支持该条意见
help-form-filter = 只显示包含该文字的内容
help-open = 宣布开会，进入第一项
help-suspend = 暂时休会
help-reopen = 恢复会议
help-adjourn = 宣布散会并保存
help-chair = 移交主持
help-next-meeting = 宣布下次会议
help-quit = 退出程序，会议仍未结束
help-item = 转到某一项议题，当前发言随之结束
help-item-next = 结束本项，进入下一项
help-item-back = 回到上一项
help-close = 结束本项，并写明结果
help-add = 在最后增加一项议题
help-move = 调整议题次序
help-skip = 略过某项议题
help-defer = 将某项议题推迟到以后的会议
help-retitle = 修改议题标题
help-reload = 列出议程文件的改动；加 `确定` 即采用
help-present = 记为出席
help-excused = 记为请假
help-absent = 记为缺席
help-left = 记为离席
help-represented = 由他人代表出席
help-away = 本项议题期间暂离
help-recused = 本项议题回避，不计入基数
help-enrol = 登记名册上没有的人员；不注明即为特邀，无表决权
help-amend = 更正名册上的人员信息
help-count = 宣布的清点人数代替签到人数，直至 `:清点 取消`
help-next = 请名单上的下一位发言
help-floor = 请某人发言
help-done = 发言完毕；写明编号则表示该任务已办结
help-pause = 暂停发言计时
help-continue = 继续计时
help-extend = 延长发言时间
help-each = 从下一位起规定每人时长；单独使用则显示进度
help-ask = 列入发言名单
help-order = 程序问题，排在名单之前
help-interpose = 允许插话提问；`:讲完` 后回到原发言者
help-withdraw = 从名单撤下某人，或撤回动议
help-first = 排到名单首位
help-place = 排到另一人之后
help-list = 截止或开放发言名单
help-fair = 让发言最少者优先
help-written = 记录书面发言
help-began = 更正实际开始时间
help-ended = 更正实际结束时间
help-was = 该次发言及其意见实际属于另一人
help-swap = 对调最近两次发言的人员
help-re = 记录对某条意见的回应
help-say = 按原文记录，不识别标记
help-edit = 修改某条意见的文字
help-kind = 修改某条意见的类别
help-file = 改归其他单位或主题
help-star = 加星标或取消星标
help-alike = 认定两条意见相似或不相似
help-strike = 删去某条意见，记录中仍保留
help-merge = 将后一条意见并入前一条
help-answer = 写明某条意见或遗留事项的办理结果
help-private = 记一条不进入任何记录的私人笔记
help-decide = 记录本项的决定
help-action = 记录任务
help-becomes = 将某条意见转为任务
help-motion = 提出动议
help-amendment = 对动议提出修正案
help-carry = 将遗留事项转到下次会议
help-ballot = 付诸表决；单独使用即表决本项议题；`重新清点` 再次核定实到人数
help-tally = 录入计票结果
help-clear-majority = 宣布明显多数，不再计票
help-unopposed = 无人反对，一致通过
help-answers = 录入唱名表决中的表态
help-papers = 录入选票发出和收回情况
help-voters = 录入参加投票的人数
help-votes = 录入某候选人的得票
help-slate = 录入整单表决的票数（全部候选人一并表决）
help-nominate = 增加候选人
help-decline = 撤下候选人
help-tellers = 指定本项的计票人
help-result = 结束表决并宣布结果
help-casting-vote = 票数相等时由主持人投决定票
help-second-round = 就未选满的名额再次投票
help-void = 宣布当前表决作废
help-undo = 撤销自己最近一次操作，或指定的一条记录
help-redo = 重做被撤销的操作
help-save = 立即写入会议文件
help-export = 导出文件
help-log = 显示已记录的内容
help-help = 说明某个命令或表决规则
help-face = 切换页面
help-hall = 选择大屏显示的内容
help-lang = 切换语言
help-theme = 切换配色
help-host = 接入来宾

# help: the end

## telling

telling-person-office-title-unit = { $office }、{ $unit }{"\u2060"}{ $title }{"\u2060"}{ $name }
telling-person-office-title = { $office }、{ $title }{"\u2060"}{ $name }
telling-person-office-unit = { $office }、{ $unit }{"\u2060"}{ $name }
telling-person-office = { $office }{"\u2060"}{ $name }
telling-person-title-unit = { $unit }{"\u2060"}{ $title }{"\u2060"}{ $name }
telling-person-title = { $title }{"\u2060"}{ $name }
telling-person-unit = { $unit }{"\u2060"}{ $name }
telling-nobody = 已不在记录中的人员
telling-gone = 已撤销的内容
telling-since = （自{ $time }起）

telling-opened = 会议开始：{ $title }。
telling-suspended = 会议休会。
telling-suspended-until = 会议休会至{ $until }。
telling-reopened = 会议继续进行。
telling-adjourned = 会议已散会。
telling-chair-taken = 由{ $person }主持会议。
telling-next-meeting = 下次会议定于{ $date }{ $start }{ $place }召开。
telling-next-start = {" "}{ $time }
telling-next-place = 在{ $place }
telling-item-opened = 进入第{ $number }项：{ $title }。
telling-item-interrupted = 第{ $number }项中断：{ $title }。
telling-item-closed = 第{ $number }项结束：{ $title }。
telling-item-closed-outcome = 第{ $number }项结束，{ $outcome }：{ $title }。
telling-item-text = 记录在案：{ $text }
telling-item-added = 增加第{ $number }项：{ $title }。
telling-item-moved = 第{ $number }项现为：{ $title }。
telling-item-skipped = 第{ $number }项略过：{ $title }。原因：{ $reason }
telling-item-deferred = 第{ $number }项推迟到以后的会议：{ $title }。
telling-item-retitled = 第{ $number }项改称：{ $title }。
telling-agenda-replaced = 已采用修改后的议程。
telling-item-planned = 第{ $number }项按修改后的议程：{ $title }。
telling-item-dropped = 修改后的议程已无第{ $number }项，删去：{ $title }。
telling-item-timed = 第{ $number }项自{ $from }开始：{ $title }。
telling-item-timed-until = 第{ $number }项自{ $from }至{ $until }：{ $title }。
telling-opening-timed = 会议于{ $at }开始。
telling-adjournment-timed = 会议于{ $at }散会。
telling-hall = 会场大屏显示{ $view }。
telling-hall-speaker = 发言人
telling-hall-list = 发言名单
telling-hall-ballot = 表决
telling-hall-break = 休息

telling-present = { $person }出席{ $since }。
telling-online = { $person }线上出席{ $since }。
telling-excused = { $person }请假{ $since }。
telling-excused-reason = { $person }请假{ $since }，原因：{ $reason }
telling-absent = { $person }缺席{ $since }。
telling-left = { $person }离席{ $since }。
telling-unmarked = { $person }恢复为未登记。
telling-represented = { $person }由{ $by }代为出席{ $since }。
telling-away = { $person }本项暂离{ $since }。
telling-recused = { $person }本项回避{ $since }。
telling-counted = 清点人数：实到{ $present }人。
telling-counted-of = 清点人数：应到{ $of }人，实到{ $present }人。
telling-count-ended = 恢复按签到计算人数。
telling-quorum-met = 达到法定人数：应到{ $entitled }人，实到{ $present }人，须到{ $needed }人。
telling-unrepresented = { $by }不参加期间，无人代表{ $names }。
telling-represented-again = { $by }重新代表{ $names }。
telling-quorum-lost = 未达到法定人数：应到{ $entitled }人，实到{ $present }人，须到{ $needed }人。

telling-unit-added = 名册新增单位：{ $unit }。
telling-enrolled = 名册新增：{ $person }。
telling-amended-name = 姓名改为{ $name }。
telling-amended-title = { $person }的职务改为{ $title }。
telling-amended-office = { $person }的会内职务改为{ $office }。
telling-amended-unit = { $person }改为代表{ $unit }。
telling-amended-no-unit = { $person }不再代表任何单位。
telling-amended-votes = { $person }现有表决权。
telling-amended-no-votes = { $person }不再有表决权。
telling-replaced = 按修改后的议程：{ $person }。

telling-given = 请{ $person }发言。
telling-given-for = 请{ $person }发言，时间{ $time }。
telling-given-order = { $person }就程序问题发言。
telling-given-interposed = { $person }插话提问。
telling-spoke = { $person }发言{ $time }。
telling-paused = { $person }的计时停在{ $time }。
telling-continued = { $person }继续计时。
telling-extended = { $person }延长{ $time }。
telling-each = 从下一位起，每人{ $time }。
telling-each-plan = 从下一位起，每人按原定时间。
telling-asked = { $person }申请发言。
telling-asked-reason = { $person }申请发言：{ $reason }
telling-asked-order = { $person }提出程序问题。
telling-asked-order-reason = { $person }提出程序问题：{ $reason }
telling-withdrawn = { $person }退出发言名单。
telling-entry-gone = 发言名单上的一个位置已取消。
telling-stepped-over = { $person }未出席，跳过。
telling-stepped-over-gone = 一位未出席的人员被跳过。
telling-reordered = 发言名单现为：{ $list }。
telling-reordered-empty = 发言名单为空。
telling-list-closed = 发言名单截止。
telling-list-opened = 发言名单重新开放。
telling-handed-in = { $person }提交了书面发言。
telling-turn-timed = { $person }自{ $from }起发言。
telling-turn-timed-until = { $person }自{ $from }至{ $until }发言。
telling-speaker-corrected = 刚才发言的是{ $person }。

telling-theme-added = 新主题：{ $theme }。
telling-captured = { $id } { $kind }，{ $from }{ $re }：{ $text }{ $themes }
telling-captured-re = ，回应{ $id }
telling-captured-themes = （{ $themes }）
telling-unread = { $mark }未能对应到名册上的人员或单位，保留为文字。
telling-source = { $units }{ $person }
telling-source-alone = { $who }
telling-source-nobody = 主持人
telling-supported = { $unit }支持{ $id }。
telling-edited = { $id }改为：{ $text }
telling-kind-set = { $id }现为{ $kind }。
telling-filed = { $id }现归{ $from }。
telling-themes-set = { $id }的主题现为{ $themes }。
telling-themes-none = { $id }不再有主题。
telling-starred = { $id }已标星。
telling-unstarred = { $id }已取消标星。
telling-alike = { $id }与{ $other }意见相近。
telling-not-alike = { $id }与{ $other }意见不相近。
telling-struck = { $id }已删去。
telling-struck-reason = { $id }已删去，原因：{ $reason }
telling-merged = { $id }并入{ $into }。
telling-answered = { $id }现为：{ $status }。{ $text }
telling-answered-text = 答复：{ $text }
telling-is-starred = 已标星
telling-is-joint = 联合提出
telling-is-supported = { $units }支持
telling-is-answered = { $status }{ $text }
telling-is-answered-text = ：{ $text }
telling-is-action = 转为任务{ $id }
telling-is-merged = 已并入{ $into }
telling-is-struck = 已删去{ $reason }
telling-is-struck-reason = ：{ $reason }

telling-moved = { $id } 动议，{ $person }提出{ $seconded }：{ $text }
telling-moved-amendment = { $id } 对{ $to }的修正案，{ $person }提出{ $seconded }：{ $text }
telling-moved-seconded = ，{ $person }附议
telling-motion-withdrawn = { $id }已撤回。
telling-decided = { $id } 决定：{ $outcome }{ $review }。
telling-decided-text = { $id } 决定，{ $outcome }：{ $text }{ $review }
telling-decided-words = { $id } 决定：{ $text }{ $review }
telling-decided-review = （{ $day }前复查）
telling-action = { $id } 任务，由{ $owner }负责{ $due }：{ $text }
telling-action-unowned = { $id } 任务，责任方未定{ $due }：{ $text }
telling-action-due = ，{ $day }前完成
telling-due-next-meeting = 下次会议
telling-action-done = { $id }已办结。
telling-matter = { $id } { $session }遗留{ $age }{ $owner }：{ $text }
telling-matter-age = （{ $age }）
telling-matter-owner = ，{ $owner }

telling-undone = 撤销：{ $what }
telling-redone = 重做：{ $what }

# telling: the end

telling-loose-motions = { $list }尚无结果（{ $count }件）。
telling-loose-lines = { $list }未归入任何单位（{ $count }条）。
telling-loose-owners = { $list }未定责任方（{ $count }项）。
telling-loose-days = { $list }未定期限（{ $count }项）。
telling-loose-unheard = 尚未发言（{ $count }）：{ $list }

## changes

changes-stage = 会议：{ $was } → { $is }
changes-stage-planned = 尚未开始
changes-stage-open = 进行中
changes-stage-suspended = 休会
changes-stage-adjourned = 已散会
changes-item-open = 当前议题：{ $was } → { $is }
changes-item = 议题{ $number }“{ $title }”
changes-speaks = 发言人：{ $was } → { $is }
changes-nobody = 无人
changes-none = 无
changes-chair = 主持人：{ $was } → { $is }
changes-next-meeting = 下次会议：{ $was } → { $is }

changes-times = { $what }：{ $was } → { $is }
changes-stretches = { $stretches }（{ $time }）
changes-stretch = { $from }–{ $until }
changes-stretch-lasting = { $from }起
changes-never = 尚未开始
changes-of-meeting = 会议时间
changes-of-item = 议题{ $number }“{ $title }”
changes-of-turn = { $name }的发言
changes-of-order = { $name }的程序问题
changes-of-question = { $name }的插话
changes-of-written = { $name }的书面发言
changes-turn = { $what }，{ $times }
changes-person = { $what }（{ $from }起）改记在{ $name }名下。
changes-allotted = { $what }，限时：{ $was } → { $is }
changes-unlimited = 不限时
changes-clock-stands = { $what }：计时暂停。
changes-clock-runs = { $what }：恢复计时。

changes-gone = 移除：{ $what }
changes-gone-many = 移除（共{ $count }项）：{ $names }
changes-come = 增加：{ $what }
changes-come-many = 增加（共{ $count }项）：{ $names }
changes-entry = { $id } { $text }

changes-lines-moved = { $count ->
    [1] { $ids }由{ $was }改记为{ $is }。
   *[other] { $ids }（共{ $count }条）由{ $was }改记为{ $is }。
}
changes-lines-struck = { $count ->
    [1] { $ids }被删去。
   *[other] { $ids }（共{ $count }条）被删去。
}
changes-lines-unstruck = { $count ->
    [1] { $ids }不再删去。
   *[other] { $ids }（共{ $count }条）不再删去。
}
changes-lines-starred = { $count ->
    [1] { $ids }加星标。
   *[other] { $ids }（共{ $count }条）加星标。
}
changes-lines-unstarred = { $count ->
    [1] { $ids }取消星标。
   *[other] { $ids }（共{ $count }条）取消星标。
}
changes-text = { $what }：“{ $was }” → “{ $is }”
changes-kind = { $what }，类别：{ $was } → { $is }
changes-themes = { $what }，主题：{ $was } → { $is }
changes-support = { $what }，支持方：{ $was } → { $is }
changes-status = { $what }：{ $was } → { $is }
changes-outcome = { $what }，结果：{ $was } → { $is }
changes-merged = { $what }并入{ $into }。
changes-unmerged = { $what }恢复单列。

changes-entry-amended = { $name }的名册信息有变动。
changes-present = 实到人数：{ $was } → { $is }
changes-head-count = { $present }人（应到{ $entitled }人）

changes-withdrawn = 已撤回
changes-standing = 有效
changes-ballot-open = 表决中
changes-ballot-closed = 已结束
changes-ballot-void = 作废
changes-tie = { $what }：赞成与反对票数相等。表决仍未结束，由主持人投决定票。
changes-recounted = { $what }：计票数字有变动。

changes-list-gone = 退出发言名单：{ $names }
changes-list-come = 列入发言名单：{ $names }
changes-list-order = 发言顺序：{ $was } → { $is }

changes-spoken = { $name }累计发言：{ $was } → { $is }
changes-noted = { $name }意见条数：{ $was } → { $is }

changes-others = 另有{ $count }个
changes-more = 另有{ $count }处变动。
changes-other = 仅有未逐一列出的细节变动，如事由、是否相似的判断或会场大屏。

# changes: the end

## cue

cue-joined = { $first }{ $rest }
cue-parted = { $before }；{ $name }
cue-minutes = { $minutes }分钟
cue-seconds = { $seconds }秒
cue-minutes-seconds = { $minutes }分{ $seconds }秒
cue-welcome = 各位好，现在召开{ $title }。
cue-welcome-organisation = 我代表{ $organisation }，欢迎各位出席。现在召开{ $title }。
cue-attendance = 本次会议应到{ $entitled }人，实到{ $present }人，法定人数为{ $needed }人，符合规定，可以开会。
cue-attendance-short = 本次会议应到{ $entitled }人，实到{ $present }人，法定人数为{ $needed }人，尚未达到。
cue-attendance-bare = 本次会议应到{ $entitled }人，实到{ $present }人。
cue-apologies = { $names }因故请假。
cue-introductions = 下面，我介绍出席今天会议的各位：{ $names }。
cue-item = 下面进行第{ $number }项议程：{ $title }。
cue-floor = 下面请{ $next }发言。
cue-floor-for = 下面请{ $next }发言，时间{ $time }。
cue-floor-own = 下面，由我发言。
cue-conclude = 下面，我作总结讲话。
cue-order = 有程序问题，请{ $next }发言。
cue-handover = 谢谢{ $speaker }。下面请{ $next }发言。
cue-handover-own = 谢谢{ $speaker }。下面请您正式发言。
cue-handover-again = 谢谢{ $speaker }。请您接着发言。
cue-handover-back = 谢谢{ $speaker }。请{ $next }继续发言。
cue-handover-last = 谢谢{ $speaker }。
cue-handover-order = 谢谢{ $speaker }。有程序问题，请{ $next }发言。
cue-one-minute = { $speaker }，您还有一分钟。
cue-time-up = { $speaker }，时间到了，请您尽快结束。
cue-anyone = 请问哪位要发言？
cue-anyone-else = 还有哪位要发言？
cue-break = 现在休息{ $time }，{ $until }继续开会。
cue-no-quorum = 目前实到{ $present }人，须到{ $needed }人，未达到法定人数，暂不能表决。
cue-question = 现在对“{ $question }”进行表决。
cue-thanks = 感谢{ $units }的发言和建议，会议共记录意见建议{ $noted ->
       *[other] { $noted }条
    }。
cue-thanks-heard = 感谢{ $units }的发言和建议。
cue-adjournment = 会议到此结束，感谢各位，现在散会。
cue-adjournment-next = 下次会议定于{ $date }召开。今天的会议到此结束，感谢各位，现在散会。
cue-suspended = 现在继续开会。
cue-suspended-until = 现在休会，{ $until }继续开会。

cue-question-election = 现在进行选举：{ $question }。
cue-vote-hands = 现在对“{ $question }”进行表决。同意的请举手；反对的请举手；弃权的请举手。
cue-vote-hands-office = 现在选举：{ $question }。我逐一念名单，同意的请举手。
cue-vote-roll-call = 现在对“{ $question }”进行表决。依次点名，请回答同意、反对或弃权。
cue-vote-papers = 现在对“{ $question }”进行表决。请填写表决票，由监票人收回。
cue-vote-papers-office = 现在选举：{ $question }。请填写选票，由监票人收回。
cue-with-votes = { $who }得{ $votes }票
cue-elected-one = { $names }，当选
cue-elected = { $names }，当选
cue-elected-nobody = 无人当选
cue-not-elected-one = { $names }，未当选
cue-not-elected = { $names }，未当选
cue-tied = { $names }，末位同票，暂无人当选
cue-seats-left = 尚缺{ $left }个名额
cue-carried = 通过，{ $counts }
cue-carried-by-chair = 以主持人的决定票通过，{ $counts }
cue-failed = 未通过，{ $counts }
cue-failed-by-chair = 以主持人的决定票未通过，{ $counts }
cue-failed-tie = 赞成与反对票数相等，未通过，{ $counts }
cue-failed-group = 因“{ $group }”组未通过，未获通过，总计{ $counts }
cue-without-quorum = { $result }；本次表决未达法定人数
cue-result = 现在宣布“{ $question }”的结果：{ $result }。

# cue: the end

## plain

plain-cue = 主持词：{ $words }
plain-one-minute-left = 还有一分钟：{ $person }。
plain-time-is-up = 时间到：{ $person }。
plain-over-by = 已超时{ $time }：{ $person }。
plain-nothing-to-change = 本来就是如此，未作改动。
plain-candidate = 是否指：{ $candidate }
plain-usage = 写法：{ $usage }
plain-line-too-long = 该行超过{ $limit }字节，请分成几行。
plain-line-not-utf8 = 该行不是 UTF-8 文本，请将文件存为 UTF-8。
plain-script-refused = 第{ $number }行被拒绝：{ $line }
plain-script-kept = 脚本到此为止，此行之前的内容均已保留。改好该行后用 `--continue` 接着执行。
plain-left-open = 会议已保存，尚未结束。

plain-saved = 已保存。
plain-saved-nowhere = 这是预演，内容不会保留。
plain-saved-in-new-file = 已保存；会议改记于 { $path }。
plain-logged = { $number }，{ $time }：{ $told }
plain-logged-undone = { $number }，{ $time }，已撤销：{ $told }

plain-not-here = 此处无法执行。
plain-no-theme = 纯文本方式没有配色。
plain-noted-privately = 已记入私人笔记，不进入会议记录。
plain-language = 以下使用中文。
plain-agenda-same = 议程文件没有变化。
plain-agenda-changes = 输入 `:重读 确定` 即采用以上改动。
plain-agenda-mistake = 议程文件第{ $line }行第{ $column }列：{ $what }
plain-stage-planned = 尚未开会：{ $title }。
plain-stage-open = 正在开会：{ $title }。
plain-stage-suspended = 休会中：{ $title }。
plain-stage-adjourned = 已散会：{ $title }。
plain-item = 第{ $number }项，共{ $of }项：{ $title }。
plain-floor-free = 现在无人发言。
plain-speaking = 正在发言，已用{ $time }：{ $person }。
plain-speaking-left = 正在发言，还剩{ $time }：{ $person }。
plain-speaking-over = 正在发言，已超时{ $time }：{ $person }。
plain-waiting = 等候发言：{ $names }。
plain-nobody-waits = 无人等候发言。
plain-quorum-met = 达到法定人数：应到{ $entitled }人，实到{ $present }人。
plain-quorum-missing = 未达到法定人数：应到{ $entitled }人，实到{ $present }人。
plain-quorum-unknown = 应到{ $entitled }人，实到{ $present }人；法定人数不明。
plain-unheard = 尚未发言：{ $names }。
plain-pace = 本项还剩{ $rest }，{ $waiting }位等候，每位{ $each }。用 `:每人 时间` 设定。
plain-pace-nobody = 本项还剩{ $rest }，无人等候。
plain-pace-unknown = 本项没有计划时间，{ $waiting }位等候。
plain-nothing-noted = 尚未记录意见。
plain-no-ballots = 还没有进行过表决。
plain-nothing-contains = 没有意见含有：{ $text }
plain-board = 按{ $by }分列，共{ $noted }条意见：标星 { $starred }，联合 { $joint }，支持 { $supported }，未答复 { $unanswered }，未归属 { $unowned }。
plain-board-group = { $title }：{ $count }条。
plain-board-line = { $line } —— { $standing }
plain-more = 另有{ $more }条；再加一个词可缩小范围。
plain-roll = { $person }：{ $status }。

plain-turn-ran-on = { $person }的发言计时已达{ $time }。如在退出会议时已讲完，请输入 `:结束于 发言{ $ago }秒前`。

# plain: the end

## summary

summary-person = { $name }
summary-numbers = 应到{ $entitled }人，实到{ $present }人{ $quorum }
summary-numbers-present = 实到{ $present }人{ $quorum }
summary-numbers-entitled = 应到{ $entitled }人，未清点实到人数{ $quorum }
summary-numbers-unknown = 未清点实到人数{ $quorum }
summary-quorum = ，达到法定人数
summary-no-quorum = ，未达到法定人数
summary-item = 第{ $number }项 { $title }
summary-no-item = 议程之外
summary-said = { $text }{ $review }
summary-decided = { $outcome }{ $review }
summary-decided-text = { $outcome }：{ $text }{ $review }
summary-decided-reason = { $outcome }（{ $reason }）{ $review }
summary-decided-text-reason = { $outcome }：{ $text }（{ $reason }）{ $review }
summary-review = （{ $day }复查）
summary-elected = { $name }当选“{ $office }”：{ $figures }
summary-votes-all = 赞成{ $for }票，反对{ $against }票，弃权{ $abstaining }票
summary-votes-both = 赞成{ $for }票，反对{ $against }票
summary-votes-for = 得{ $for }票
summary-votes-none = 未计票当选
summary-done = （已办结）
summary-due = （{ $day }前）
summary-action = { $owner }：{ $text }{ $due }
summary-no-owner = 责任方未定
summary-ballot = 表决{ $id }

# summary: the end

## session

session-decision = { $item }：{ $decision }
session-empty = 文件是空的。
session-not-text = 这不是会议文件：不是 UTF-8 文本。
session-not-one = 这不是会议文件：其中没有会议日志。
session-damaged = 会议文件中的会议日志已无法读取。可读部分仍可用任何编辑器查看。
session-later = 该会议文件由更新版本的 tribune 写成（格式 { $version }），请用该版本读取。
session-agenda = 会议文件中的议程已无法读取。
session-no-seal = 封存信息缺失或无法读取。
session-bytes-changed = 文件内容与封存时不一致。
session-record-changed = 第{ $record }条记录与封存时不一致。
session-record-unreadable = 第{ $record }条记录无法读取，该条及其后各条未计入。
session-count-changed = 封存时有{ $sealed }条记录，现有{ $found }条。
session-last-changed = 最后一条记录与封存时不一致。
session-untouched = { $stem } 自封存以来未经改动：共{ $records }条记录，首尾相连无缺。
session-touched = { $stem } 自封存以来有过改动。
session-records-hold = 所显示的内容以文件中的记录为准。

# session: the end

## export

export-open-bracket = （
export-close-bracket = ）
export-comma = ，
export-semicolon = ；
export-colon = ：
export-organisation = 组织
export-date = 日期
export-place = 地点
export-time = 时间
export-presided = 主持人
export-purpose = 会议目的
export-state = 记录状态
export-state-open = 会议尚未结束
export-state-draft = 草稿，尚未审定
export-state-corrected = 已更正，尚未审定
export-state-approved = 已审定
export-example = 示例
export-example-keys = 示例：{ $keys }
export-example-whole = 此处全部内容均为虚构，仅作示例。
export-example-record = 本记录中的时间、发言和数字均为示例。
export-turn-order = 程序问题
export-turn-interposed = 插话提问
export-turn-written = 书面发言
export-example-meeting = 示例会议信息：{ $keys }。
export-example-units = 示例单位：{ $names }。
export-example-people = 示例人员：{ $names }。
export-example-items = 示例议题：{ $names }。
export-key-title = 名称
export-key-organisation = 组织名称
export-key-purpose = 会议目的
export-key-date = 日期
export-key-start = 开始时间
export-key-end = 结束时间
export-key-place = 地点
export-key-chair = 主持人
export-key-name = 名称
export-key-office = 会内职务
export-key-unit = 单位
export-key-kind = 类型
export-key-time = 计划用时
export-key-each = 每人用时
export-key-documents = 文件
export-key-text = 表决文本
export-key-version = 版本
export-key-rule = 表决规则
export-key-method = 表决方式
export-key-offices = 职务
export-key-seats = 名额
export-key-candidates = 候选人
export-key-tellers = 监票计票人
export-sitting = { $from }至{ $until }
export-sitting-open = { $from }起
export-chair-from = { $person }（{ $from }起）
export-attendance = 出席情况
export-apologies = 请假
export-missing = 未出席
export-from = { $at }到会
export-until = { $at }离席
export-online = 线上参会
export-represented = 由{ $by }代表
export-matters = 以往会议遗留事项
export-outside = 议程之外
export-closed-session = 内部议题
export-used-of = 用时{ $used }，计划{ $planned }
export-used = 用时{ $used }
export-outcome = 结果：{ $outcome }
export-spoke = 发言：{ $names }。
export-reported = { $name }报告
export-concluded = 主持人总结
export-supported = 支持：{ $names }
export-jointly = 与{ $names }共同提出
export-reply = 回应{ $id }
export-motion = 动议{ $id }：
export-moved = { $by }提出
export-seconded = { $by }附议
export-amends = 修正{ $motion }
export-withdrawn = 已撤回
export-ballot-lead = 表决{ $id }：
export-ballot-open = 尚未结束
export-round = 第{ $round }轮
export-void = 作废：{ $reason }
export-for = 赞成{ $number }
export-against = 反对{ $number }
export-abstaining = 弃权{ $number }
export-blank = 空白{ $number }
export-invalid = 无效{ $number }
export-issued = 发出{ $number }张
export-returned = 收回{ $number }张
export-entitled = 应到{ $number }
export-present = 实到{ $number }
export-candidate = 候选人
export-head-for = 赞成
export-head-against = 反对
export-head-abstaining = 弃权
export-result = 结果
export-is-elected = 当选
export-is-not-elected = 未当选
export-decision = 决定{ $id }：
export-elected = 选举结果
export-office = 职务
export-name = 姓名或单位
export-votes = 得票
export-ballot = 表决
export-actions = 任务
export-due = { $day }前
export-unheard = 未发言
export-unheard-present = 出席
export-unheard-absent = 未出席
export-next = 下次会议
export-wrote = 书面发言：{ $names }。
export-figures = 数据概览
export-theme = 主题
export-unit = 单位
export-lines = 意见条数
export-item = 议题
export-planned = 计划用时
export-time-used = 实际用时
export-item-title = { $number }. { $title }
export-template-mistake = { $file }:{ $line }:{ $column }：{ $what }
export-template-syntax = 模板在此处无法读懂：{ $what }
export-template-undefined = 此处没有这个名称的内容可填：{ $what }
export-template-unknown = 模板不认识这个写法：{ $what }
export-template-endless = 模板无法结束，请检查循环中的循环
export-template-failed = 此处无法填入：{ $what }

# export: the end

## archive

archive-empty = { $folder } 中还没有会议文件。开会请用 `tribune run 议程文件`。
archive-ambiguous = 名称中含“{ $meant }”的有{ $count }个：{ $names }。请多输入几个字。
archive-unknown = 没有名为“{ $meant }”的会议文件。最近的一个是 { $near }。
archive-unknown-near = 没有名为“{ $meant }”的会议文件。是否指 { $near }？
archive-file = 无法打开 { $path }。

# archive: the end

## settings

settings-title = 设置
settings-files = 账户的设置文件夹（一般为 ~/.config/tribune，或由 XDG_CONFIG_HOME 及系统指定）中可放 settings.toml、keys.toml 和 themes/名称.toml。命令行优先，其次 NO_COLOR，再次 settings.toml。其中的错误不影响会议：有误之处会逐一告知，并用默认值代替。
settings-too-long = 此文件超过 { $most } kB，不像是设置文件。请核对文件。
settings-mistakes = { $file }：{ $count }处有误，有误之处用默认值代替。详见 `tribune check`。
settings-folder = “{ $key }”应为文件夹的完整路径，如 "/srv/meetings"；也可从个人文件夹写起："~/meetings"。
settings-language = 界面与提示的语言："en" 或 "zh-CN"。未设置时随系统。
settings-theme = 配色：dark（深色）、light（浅色）、high-contrast（高对比）、mono（无色），或 themes/名称.toml 中自定的配色。
settings-ascii = 设为 true 时只用 ASCII 字符绘制，适用于线条和符号占两格宽的终端。
settings-sessions = 会议文件所在的文件夹。未设置时用账户数据文件夹中的那一个。
settings-mouse = 设为 false 时鼠标留给终端，选取文字无须按住别的键。

theme-unknown = 没有名为“{ $name }”的配色。现有：{ $known }。
theme-unknown-near = 没有名为“{ $name }”的配色，是否指“{ $near }”？现有：{ $known }。
theme-two-colours = “{ $key }”写了两种颜色：{ $one } 和 { $other }。底色写在 `on` 之后："red on white"。
theme-on = “{ $key }”的 `on` 之后缺少底色："red on white"。
theme-exact = “{ $word }”不是颜色。# 之后应为六位数字或字母 a–f："#7fb4ca"。
theme-word = “{ $key }”中的“{ $word }”不是样式。可用：{ $known }；也可写 "#7fb4ca"，底色前写 `on`。
theme-word-near = “{ $key }”中的“{ $word }”不是样式，是否指“{ $near }”？

# settings: the end

## keys

keys-title = 按键
keys-anywhere = 任何时候
keys-empty-line = 输入行为空时
keys-selecting = 输入行为空或正在筛选时
keys-line = 正在输入时
keys-file = 自定按键写在 { $file }，例如：next = ["F5", "Shift-F5"]。
keys-value = “{ $action }”应为引号内的一个键，如 "Shift-F5"；或几个键：["F5", "Shift-F5"]。
keys-unknown = “{ $key }”不是键名。键名写作 F5、Ctrl-K、Alt-Up、Shift-Tab、PageDown。
keys-types = { $key } 总是输入文字。请用功能键，或与 Ctrl、Alt 组合的键。
keys-edits = { $key } 用于编辑输入行。请用功能键，或另一个与 Ctrl、Alt 组合的键。
keys-twin = 终端中 { $key } 与 { $other } 无法区分。请换一个键。
keys-never = 终端不会送出 { $key }。功能键到 F12 为止。
keys-held = { $key } 已用于“{ $holder }”，仍归其所有。请先为“{ $holder }”另设一键，或为“{ $action }”换一个键。
keys-only-way = “{ $action }”没有对应的命令，不能没有键。请至少指定一个。
keys-may-not-arrive = { $keys } 可能被终端、系统或输入法占用而无法送达。请为“{ $action }”再设一个键。

# keys: the end

## tui

tui-too-small = 窗口太小，至少需要 20列、5行；会议照常进行。
tui-saved = 已保存
tui-begun = 正在保存
tui-session-failed = 会议文件未保存
tui-read-only = 只读
tui-rehearsal = 预演
tui-stage-planned = 尚未开始
tui-stage-suspended = 休会
tui-stage-adjourned = 已散会
tui-item-of = 第{ $number }项，共{ $count }项
tui-minutes = 已用{ $used }分
tui-minutes-of = 已用{ $used }分，计划{ $planned }分
tui-on-the-floor = 正在发言
tui-next = 下一位
tui-next-nobody = 无人等候
tui-spoke = 已讲
tui-more = 另有{ $count }位
tui-not-here = 未出席，将跳过
tui-noted = 已记录
tui-noted-nothing = 尚无
tui-say = 主持词
tui-agenda = 议程
tui-unheard = 尚未发言
tui-plan = 计划
tui-used = 已用
tui-nobody-speaks = 暂无人发言，由{ $chair }主持；此时记录的内容归主持人。
tui-nobody-speaks-no-chair = 暂无人发言；此时记录的内容归主持人。
tui-title-at-unit = { $unit }{"\u2060"}{ $title }
tui-left = 剩余（共{ $time }）
tui-over = 超时（限{ $time }）
tui-spoken = 已发言
tui-paused = 已暂停
tui-point-of-order = 程序问题
tui-interposed = 插话提问
tui-suspended = 会议休会中。
tui-suspended-until = 会议休会至{ $until }。
tui-adjourned = 会议已于{ $at }散会。
tui-adjourned-noted = 共记录{ $count }条意见。
tui-label-command = 命令
tui-label-item = 第{ $number }项
tui-label-item-whole = 第{ $number }项“{ $title }”
tui-label-filter = 筛选
tui-label-chair = 主持人
tui-label-new = 新
tui-nothing-to-do = 现状如此，未作改动。

tui-behind = 晚{ $minutes }分，预计{ $end }结束
tui-ahead = 早{ $minutes }分，预计{ $end }结束
tui-in-time = 按时，预计{ $end }结束
tui-ends = { $end }结束
tui-quorum-unknown = 法定人数 { $sign }
tui-closed-session = 内部议题
tui-asked = 申请发言
tui-turns = 次数
tui-order-reason = 程序问题：{ $reason }
tui-noted-here = 本单位已记录
tui-noted-others = 其他单位已记录
tui-short-left = 剩余 { $time }
tui-short-over = 超时 { $time }
tui-short-spoken = 已讲 { $time }
tui-pace = 进度
tui-pace-left = { $waiting }位等候，还剩{ $minutes }分
tui-pace-none = { $waiting }位等候，已无时间
tui-pace-each = 每人 { $time }
tui-pace-how = { $key } 或 `:每人 { $time }`
tui-then = 下一项：{ $title }
tui-no-item = 当前没有进行中的议题
tui-next-is = 下一位：{ $next }
tui-nobody = 暂无人发言。
tui-waits = { $speaker }等候继续
tui-waits-left = { $speaker }等候继续，剩余 { $time }
tui-ballot = 表决{ $id }
tui-ballot-how = { $method }，{ $at }开始
tui-when = 时间
tui-where = 地点
tui-chair = 主持人
tui-chair-nobody = 尚未指定；用 `:主持 某人` 指定
tui-items = 议题
tui-items-count = { $count }项
tui-items-time = { $count }项，共{ $minutes }分
tui-items-closed = 共{ $count }项，完成{ $closed }项
tui-entitled = 应到
tui-present = 实到
tui-entitled-count = { $entitled }人
tui-entitled-quorum = { $entitled }人，法定人数{ $needed }人
tui-no-roster = 没有名册；点到谁就登记谁
tui-opens = 按 { $key } 或输入 `:开会` 宣布开会。
tui-reopens = 按 { $key } 或输入 `:复会` 继续开会。
tui-goes-on-with = 继续进行
tui-has-the-floor = 正在发言
tui-next-meeting = 下次会议
tui-after = { $key } 生成文件：会议记录、新闻稿、函件和出席名单。
tui-after-archived = 输入 `:导出 docx minutes` 生成会议记录；新闻稿（`announcement`）、函件（`letter`）、出席名单（`attendance`）同此。
tui-pace-nobody = 无人等候，无需按进度分配时间。
tui-pace-unplanned = 本项议题未定时间。请用 `:每人 3分` 设定每人时间。
tui-pace-nothing-left = 本项议题的计划时间已用完。请用 `:每人 3分` 设定每人时间。
tui-no-cue = 会议已结束，没有主持词。
tui-cue-whole = { $key } 看全文

tui-leave = 要离开会议吗？会议不会结束，已记录的内容全部保留。
tui-leave-over = 要离开吗？会议已经结束，保存在 { $path }。
tui-leave-rehearsal = 要离开预演吗？预演内容不会保留。
tui-leave-review = 要离开档案吗？各次会议的记录保持原样。
tui-leave-stay = 留下
tui-leave-go = 离开
tui-paste = 粘贴的文字共{ $lines }行。
tui-paste-one = 合为一行
tui-paste-each = 逐行记录
tui-paste-drop = 放弃
tui-paste-too-long = 粘贴的文字共{ $lines }行，超出一次可记录的行数，请分次粘贴。
tui-paste-cleaned = 已略去{ $removed }个无法显示的字符。
tui-hint-letters = 文字
tui-hint-write-on = 不作答，继续书写
tui-hint-digit = 稍候即作答
tui-hint-digit-back = 收回
tui-hint-digit-text = 数字归入正文
tui-help-digits = 回答对话框；如有未完成的一行，稍停才作答，接着输入则数字归入正文
tui-insist-no = 保持不变
tui-insist-yes = 仍要执行
tui-help = 本页按键
tui-shown-line = { $text }
tui-help-close = 关闭

tui-hint-capture = 记录
tui-hint-kind = 类别
tui-hint-earlier-turn = 归前一位
tui-hint-later-turn = 归后一位
tui-hint-clear-line = 清除
tui-hint-delete-word = 删词
tui-hint-put-back = 恢复
tui-hint-next = 下一位
tui-hint-open = 开会
tui-hint-reopen = 复会
tui-hint-next-item = 下一项
tui-hint-adjourn = 散会
tui-hint-documents = 生成文件
tui-hint-pause = 暂停
tui-hint-continue = 继续
tui-hint-extend = 加一分钟
tui-hint-ask = 申请发言
tui-hint-pace = 按进度
tui-hint-cue = 主持词
tui-hint-give-floor = 请发言
tui-hint-order = 程序问题
tui-hint-enrol = 登记
tui-hint-agenda = 议程
tui-hint-select = 选择
tui-hint-act = 处理
tui-hint-faces = 页面
tui-hint-ballot = 表决
tui-hint-result = 宣布结果
tui-hint-more = 展开
tui-hint-fold = 收起
tui-hint-turn = 换分组
tui-hint-topic = 换类别
tui-hint-mark = 标记
tui-hint-filter = 筛选
tui-hint-keep-filter = 保持筛选
tui-hint-undo = 撤销
tui-hint-redo = 重做
tui-hint-help = 帮助
tui-hint-repaint = 重画
tui-hint-suspend = 挂起
tui-hint-mouse = 鼠标
tui-hint-leave = 离开
tui-hint-commands = 命令

tui-help-capture = 记录这一行，或执行命令
tui-help-kind = 更换这一行的类别
tui-help-earlier-turn = 归入前一位的发言；行首加 `<` 亦可
tui-help-later-turn = 归入后一位的发言
tui-help-next = 下一步：开会、下一位发言、下一项议题、散会
tui-help-clear-line = 清除光标之前的文字，可以恢复
tui-help-delete-word = 删除光标之前的一个词，可以恢复
tui-help-put-back = 恢复最近清除或删除的文字
tui-help-pause = 停表，或继续计时
tui-help-extend = 为发言人延长一分钟
tui-help-ask = 登记申请发言
tui-help-pace = 按本项剩余时间平均分配给等候者；`:每人 3分` 另定
tui-help-cue = 显示主持词全文
tui-help-give-floor = 请某位发言
tui-help-order = 把程序问题排到名单之首
tui-help-enrol = 登记到会而不在名册上的人
tui-help-agenda = 进入、移动、改名、略过或增加议题
tui-help-select-previous = 选中上一个：等候者、意见或记录
tui-help-select-next = 选中下一个
tui-help-act = 选择如何处理选中的或已标记的各条
tui-help-next-face = 下一个页面：发言、意见、签到、表决、记录
tui-help-previous-face = 上一个页面
tui-help-floor = 发言页：谁在发言、还剩多久、下一位是谁
tui-help-contributions = 意见页：按单位、主题、议程或类别查看
tui-help-roll = 全体人员的出席情况与人数
tui-help-ballots = 表决与选举：议题、规则、计票与结果
tui-help-ballot = 将本项议题付诸表决，或宣布结果
tui-help-brief = 小结页：致谢名单、共识、可提供的资源、承诺，供主持人总结
tui-help-refuse = 小结页：认定选中的两条不相近
tui-help-record = 记录页：每一条记录，可在此更正和撤销
tui-help-page-back = 上一页
tui-help-page-on = 下一页
tui-help-group-back = 到上一组；签到页：到上一列
tui-help-group-on = 到下一组；签到页：到下一列
tui-help-open = 展开：打开分组、显示全文
tui-help-fold = 收起：关闭全文、折叠分组、折叠全部
tui-help-turn = 意见页：换按单位、主题、议程、类别；记录页：只看一类记录
tui-help-mark = 标记意见，以便一并处理；签到页：登记出席或缺席并转到下一人；其他页面同 Enter
tui-help-undo = 撤销上一步
tui-help-redo = 重做
tui-help-help = 说明本页
tui-help-repaint = 重画屏幕
tui-help-suspend = 暂时挂起程序，`fg` 返回
tui-help-mouse = 把鼠标交还终端以便选取文字，再按一次收回
tui-mouse-off = 鼠标已交还终端，可用来选取文字。按 { $key } 收回。
tui-mouse-on = 鼠标可再次点选。按 { $key } 交还终端。
tui-help-leave = 离开；会议不会结束
tui-help-commands = 输入命令；`:帮助` 列出全部命令
help-face-floor = 谁在发言、还剩多久、下一位是谁；其下为申请发言者和本单位已记录的意见，左侧为议程和尚未发言的单位。输入的每一行归入开始输入时的发言人。
help-face-contributions = 已记录的全部意见，可按单位、主题、议题或类别查看。选中一条按 Enter 即可回应、归类、更正或删去；Space 标记多条，一并处理。
help-face-roll = 全体人员按名次排列，列出到会情况及时间；人数统计和法定人数在上方。Space 登记为出席，再按为缺席，如此往复；Enter 列出全部情况：请假、离席、委托、本项暂离、本项回避。
help-face-ballots = 正在进行的表决：规则、计票和结果；其下为以往各次。动议、审议和选举在此付诸表决并宣布结果。
help-face-brief = 供主持人总结：致谢名单、共识、多方提及的主题、可提供的资源、请求、承诺、决定，以及尚未发言的单位。相近的意见须经确认方可宣读。
help-face-record = 每一条记录及其时间和记录人，最新的在最后；已撤销的另有标示。可在此更正时间、发言和意见，或撤销。
tui-help-filter = 按姓名、拼音、单位或文字筛选本页；Enter 保持筛选，Esc 取消

# tui: the end

## draft
draft-back = 上次未提交的一行已恢复。
draft-back-elsewhere = 上次未提交的一行已恢复。原属的发言已不存在，现归入当前发言。
draft-unreadable = 有一行尚未提交，但其内容无法读取，未予恢复。

## completion

tui-aside = 暂存：{ $text }
completion-nobody = { $mark } 未对应到任何人或单位
completion-several = { $mark } 对应多人，请写全
completion-jointly = 联名
completion-supports = { $name }支持{ $id }

## palette

palette-hint = 输入几个字、拼音或首字母查找操作
palette-found = { $found ->
    [0] 未找到
   *[other] 共{ $found }项
}
palette-do = 执行
palette-choose = 选择
palette-close = 关闭
palette-help-line = 一行中可以写
palette-rows = 第{ $first }至{ $last }行，共{ $rows }行
palette-further = 向下
palette-back = 向上
tui-hint-palette = 查找
tui-help-palette = 凭几个字、拼音或首字母查找全部操作

## cli

cli-about = 在终端里开好正式会议：议程、发言、各单位建议、表决、会议记录。
cli-heading-usage = 用法：
cli-heading-commands = 命令
cli-heading-arguments = 参数
cli-heading-options = 选项
cli-heading-common = 通用选项
cli-option-version = 显示版本
cli-option-sessions = 会议存放在该文件夹
cli-option-lang = 界面与语句所用的语言
cli-option-theme = 配色方案
cli-option-ascii = 只用 ASCII 字符绘制
cli-option-help = 显示本帮助

cli-usage-unknown = 没有 { $argument } 这个选项。{ $hint }
cli-usage-command = 没有 { $command } 这个命令。{ $hint }
cli-usage-meant = 是否指 { $name }？
cli-usage-missing = 缺少 { $argument }。
cli-usage-conflict = { $argument } 不能与 { $other } 同用。
cli-usage-value = { $argument } 不接受“{ $value }”。
cli-usage-other = 看不懂这条命令行。{ $argument }
cli-usage-help = `tribune --help` 列出全部命令，`tribune 命令 --help` 说明某一命令。

cli-run = 召开会议；该议程有未开完的会议时接着开
cli-run-agenda = 议程文件
cli-run-new = 另开新会议；未开完的保持原样
cli-run-rehearse = 只在内存中预演，不留存
cli-run-plain = 不用屏幕界面：逐行输入、逐行输出
cli-run-script = 从该文件读取命令；- 表示标准输入
cli-run-keep-going = 有一行被拒绝时继续往下
cli-run-continue = 从脚本最后一条已记录的行之后继续

cli-demo = 打开一场自带的、正在进行的会议，存放于临时位置
cli-demo-name = 哪一场：exchange（工作交流会）或 founding（成立大会）

cli-completions = 生成命令行补全脚本
cli-completions-shell = bash、zsh、fish、elvish 或 powershell
cli-keys = 各键的作用，含自定按键
cli-man = 手册页

cli-check = 检查议程、会议文件和设置，列出全部错误
cli-check-files = 文件
cli-new = 输出一份带说明的议程，供修改使用
cli-new-template = 议程：board、council、exchange 或 assembly；也可以是文件名称，取其模板：minutes、letter 等
cli-session-unsaved = 同处的会议日志已有全部记录；下次保存时将重新写入会议文件。

cli-run-mistakes = 会议未开。请改正议程文件后再运行。
cli-run-unfinished = 该议程有未开完的会议。用 `--continue` 从最后一条已记录的行之后继续执行脚本，或用 `--new` 另开新会议。
cli-run-resumed = 继续未开完的会议，已有记录{ $records ->
       *[other] { $records }条
    }：{ $title }。
cli-run-kept = 保存在 { $path }。

cli-demo-begins = 自带的示例会议，正在进行：{ $title }。内容不会保留。
cli-demo-ends = 示例会议已清除；用 `tribune run 议程文件` 召开自己的会议。
cli-screen-kept = 会议保存在 { $path }。用同一议程执行 `tribune run` 即可继续。
cli-screen-rehearsed = 这是预演，内容不会保留。

cli-session = 会议：文件、名称、名称的一部分，或 last
cli-show = 会议摘要：出席人员、发言、决定与选举
cli-verify = 会议文件自封存以来是否改动过
cli-export = 导出会议文件，供他人和其他程序使用
cli-export-format = { $known }；多个格式用逗号隔开，存入文件夹。csv 单独导出时只含该文件对应的列表（minutes 为意见），存入文件夹时含会议的全部列表
cli-export-document = 何种文件：{ $known }
cli-export-output = 存放位置：文件、文件夹，或用 - 表示标准输出
cli-export-public = 不含内部议题的内容
cli-export-no-format = 没有格式“{ $name }”，可用的有{ $known }。{ $hint }
cli-export-no-document = 没有文件“{ $name }”，可用的有{ $known }。{ $hint }
cli-export-folder = 多个格式需要一个文件夹：`--output 文件夹`。
cli-export-written = 已写入：{ $path }
cli-export-written-all = 已写入{ $count }个文件，文件夹：{ $folder }
cli-export-of = 会议：路径、名称或其中一部分，或 last；也可以是议程文件，用于制作会前文件
cli-export-unit = 信函寄给哪个单位；未写时每个单位一封
cli-export-unit-alone = `--unit` 只用于信函：`--document letter`。
cli-export-nobody = 没有人出席，也没有任何记录，因此没有收信人。
cli-export-not-held = 会议尚未召开，议程不能生成“{ $document }”。会前可以生成：{ $known }。
cli-export-no-text = { $format } 不是可以直接阅读的文本：请用 `--output 文件.{ $format }` 写入文件。
cli-export-replaced = 已重新写入，替换上次导出的文件：{ $path }
cli-export-edited = { $path } 导出后被改动过，保持原样。请换一个 `--output`，或先移走该文件。
cli-export-not-ours = { $path } 已经存在，且不是由本程序导出的，保持原样。请换一个 `--output`，或先移走该文件。

# cli: the end

## form

form-who = 人员
form-reason = 事由
form-name = 姓名
form-title = 职务
form-unit = 单位
form-capacity = 参会身份
form-item-title = 名称
form-item-kind = 类型
form-minutes = 分钟
form-may-be-empty = 可留空
form-give-floor = 请哪位发言？
form-ask = 哪位申请发言？
form-order = 哪位提出程序问题？
form-enrol = 哪位到会而不在名册上？
form-add-item = 增加什么议题？
form-retitle = 这项议题改称什么？
form-skip = 为何略过这项议题？
form-lacks-somebody = 请指明人员：输入姓名或拼音，或用上下键选择。
form-lacks-words = 此处不能留空。
form-lacks-minutes = 请输入1至1440之间的分钟数，或留空。
form-hint-on = 下一步
form-hint-choose = 选择
form-hint-back = 上一步
form-hint-close = 暂放
form-not-yet = 暂不
form-open = 现在宣布开会？
form-open-present = 应到{ $entitled }人，实到{ $present }人。
form-open-quorum = 法定人数{ $needed }人，现计入{ $present }人。
form-open-yes = 宣布开会，进入第一项议题
form-reopen = 现在复会？
form-reopen-yes = 复会
form-hand-over = 无人等候发言。进入下一项议题？
form-hand-over-from = 第{ $number }项将结束：{ $title }
form-hand-over-to = 第{ $number }项将开始：{ $title }
form-hand-over-yes = 进入下一项
form-hand-over-really = 仍然进入下一项
form-adjourn = 现在宣布散会？
form-adjourn-clear = 各项议题均已完成，没有遗留事项。
form-adjourn-yes = 宣布散会
form-adjourn-really = 仍然散会
form-documents = 会议已结束并保存。现在生成哪些文件？
form-documents-more = 文件写在会议文件旁边；以后随时可用 `tribune export` 生成。
form-documents-later = 暂不生成
form-documents-minutes = 会议记录（Word）
form-documents-usual = 会议记录、会议纪要、新闻稿和出席名单（Word）
form-documents-letters = 致各单位的函（Word）
form-documents-all = 全部文件：Word、网页、表格和日历
form-documents-print = 会议记录，供打印（PDF）
form-waiting = 如何安排{ $name }？
form-waiting-leave = 名单不变
form-waiting-give = 现在请其发言
form-waiting-first = 排到首位
form-waiting-withdraw = 撤出名单
form-agenda = 议程（上下键选择）
form-agenda-go = 进入该项
form-agenda-up = 上移
form-agenda-down = 下移
form-agenda-retitle = 改名
form-agenda-skip = 略过
form-agenda-defer = 推迟
form-agenda-add = 增加一项

## 意见板：分组查看意见
board-unit = 单位
board-theme = 主题
board-item = 议程
board-kind = 类别
board-from-nobody = 未归属单位
board-no-theme = 未标主题
board-in-item = { $number }  { $title }
board-no-item = 议程之外
board-by = 按
board-by-this = 按{ $by }
board-marked = 已选{ $count }条
board-noted = 共{ $count }条
board-found = { $of }条中的{ $count }条
board-unanswered = 未答复 { $count }
board-starred = 标星 { $count }
board-unowned = 未归属 { $count }
board-joint = 联合 { $count }
board-supported = 支持 { $count }
board-nothing = 还没有记录意见。在下方输入的内容将记入正在发言的单位名下。
board-nothing-found = 没有同时符合这些词的意见：{ $words }
board-struck = 已删去
board-merged = 已并入
board-detail-item = 第{ $number }项议题
board-detail-noted = { $time }，由{ $author }记录
board-one = { $id }（{ $kind }）
board-line = { $id }：{ $text }
board-several = 已选{ $count }条意见
board-leave = 保持不变
board-leave-several = 保持不变
board-edit = 修改文字
board-change-kind = 更改类别
board-file = 改归单位或主题
board-star = 标星
board-unstar = 取消标星
board-star-several = 标星或取消标星
board-answer = 记录办理结果
board-become = 转为任务
board-reply = 回应
board-support = 由当前发言单位支持
board-strike = 删去
board-merge = 并入第一条
board-which-kind = { $ids }属于哪一类？
board-which-answer = { $ids }的办理结果？
board-merge-these = 将{ $from }并入{ $into }？
board-merge-yes = 合并
board-strike-these = 删去{ $ids }？
board-strike-yes = 删去
list-continued = { $title }（续）

## 签到页：全体人员的出席情况
roll-count-entitled = 应到 { $count }
roll-count-units = 单位应到 { $count } 实到 { $present }
roll-count-present = 实到 { $count }
roll-count-announced = { $time } 清点实到 { $count }（代替签到的 { $roll }）
roll-count-represented = 委托 { $count }
roll-count-unrepresented = 受托人不在 { $count }
roll-count-excused = 请假 { $count }
roll-count-absent = 缺席 { $count }
roll-count-left = 离席 { $count }
roll-count-away = 暂离 { $count }
roll-count-recused = 回避 { $count }
roll-count-unmarked = 未登记 { $count }
roll-count-attending = 列席 { $count }
roll-count-quorum = 法定人数 { $needed }，现有 { $present }
roll-told = 签到：{ $figures }。
roll-together = { $before }，{ $next }
roll-is-so-for = { $reason }
roll-is-represented = 由{ $by }代表
roll-is-represented-in-short = { $by }代
roll-is-unrepresented = 由{ $by }代表，但{ $by }现不参加
roll-is-unrepresented-in-short = { $by }不在
roll-is-away = 暂离
roll-is-recused = 回避
roll-is-online = 线上
roll-is-late = 迟到
roll-is-without-vote = 无表决权
roll-is-with-vote = 有表决权
roll-acts-for = 代表{ $names }
roll-since = { $time } { $status }
roll-found = { $of }人中的{ $count }人
roll-page = 第{ $page }页，共{ $pages }页
roll-nothing = 名册上还没有人。按 { $key } 登记到会的人。
roll-nothing-found = 没有这样的人或单位：{ $words }
roll-one = { $name }：{ $status }
roll-leave = 保持不变
roll-set-present = 出席
roll-set-online = 线上出席
roll-set-absent = 缺席
roll-set-excused = 请假，注明事由……
roll-set-left = 已离席
roll-set-represented = 委托他人代表……
roll-set-away = 本议题暂离
roll-set-recused = 本议题回避，不计入基数
roll-amend = 更正姓名、职务、单位或表决权……
roll-hint-mark = 出席、缺席

## 会议记录：按顺序列出每一条记录
log-all = 全部
log-meeting = 会议
log-people = 人员
log-floor = 发言
log-contributions = 意见
log-outcomes = 决定
log-ballots = 表决
log-undo = 撤销
log-found-by = #{ $number } { $time }
log-noted = { $id } { $kind }，{ $from }：{ $text }
log-count = 共{ $count }条记录
log-nothing = 还没有任何记录。
log-nothing-of-it = 还没有这一类记录。
log-nothing-found = 没有同时符合这些词的记录：{ $words }
log-undone-by = 已由第{ $number }条撤销
log-mended-by = 已由第{ $number }条更正
log-script-line = 脚本第{ $line }行
record-one = 第{ $number }条记录，{ $time }
record-leave = 保持不变
record-undo = 撤销
record-undo-this = 撤销第{ $number }条记录？将有以下变化：
record-undo-yes = 撤销
record-redo = 重做
record-redo-this = 重做第{ $number }条记录？将有以下变化：
record-redo-yes = 重做
record-began = 更正发言开始时间
record-ended = 更正发言结束时间
record-was = 更正发言人
record-item-began = 更正本项议题开始时间
record-meeting-began = 更正开会时间
record-meeting-ended = 更正散会时间
record-contribution = 处理这条意见：修改、归类、答复等
foreseen-not = 保持不变
foreseen-nothing = 会上显示的内容不会有变化。
form-when = 时间
form-began = 实际何时开始？
form-ended = 实际何时结束？
form-was = 这次发言实际是谁？
form-lacks-time = 请输入时刻或多久以前：14:10、90秒、5分钟。
form-foreseen = 按此更正？将有以下变化：
form-foreseen-yes = 更正
face-floor = 发言
face-contributions = 意见
face-roll = 签到
face-ballots = 表决
face-brief = 小结
face-record = 记录

## 导入：名册与会议记录
cli-import = 把名册（XLSX、CSV）转成议程，或把文字会议记录转成脚本
cli-import-file = 名册，或含“[14:52] 姓名：内容”各行的会议记录
cli-import-date = 会议记录的日期（记录中没有写明时）；也可带开始时间："2023-12-29 14:30"
cli-import-offset = 会议所在地的时差（与本机不同时）：+08:00
import-refused = { $file }：{ $reason }
import-no-text = 既不是工作簿，也不是 UTF-8、UTF-16 或 GB18030 编码的文本。请另存为 XLSX 或 CSV。
import-blank = 文件没有内容，请指明含有名册或会议记录的文件。
import-cells = 有文字的单元格超过{ $most }个，不是名册。请把名册单独存成文件。
import-persons = 人数超过{ $most }人，不是会议的名册。请把名册单独存成文件。
import-book-old = 这是旧式工作簿（.xls）或加了密码的工作簿。请另存为不带密码的 XLSX，或 CSV。
import-book-other = 这是压缩文件，但不是 XLSX 工作簿。请把名册另存为 XLSX 或 CSV。
import-book-broken = 无法读取工作簿：{ $cause }。请打开后重新存为 XLSX，或 CSV。
import-book-large = 工作簿解压后超过 { $most } MB，未予读取。请把名册单独存成文件。
import-book-sheets = 工作簿中没有可见的工作表。
import-no-names = 没有姓名列。表头似为：{ $headers }。请把姓名一列命名为“姓名”或“Name”。
import-nobody = 第{ $row }行的表头之下没有人员。请在其下逐行填写人员。
import-taken = { $from }{ $persons }人，{ $units }个单位。
import-from-sheet = 工作表“{ $sheet }”：
import-columns = 采用的列：{ $taken }。{ $left }
import-column = { $header }（{ $field }）
import-left-out = 未采用：{ $headers }。
import-sheets-too = 其他工作表也有名册，未采用：{ $sheets }。
import-field-name = 姓名
import-field-given = 名
import-field-family = 姓
import-field-unit = 单位
import-field-short = 单位简称
import-field-title = 单位职务
import-field-office = 会内职务
import-field-address = 称呼
import-field-group = 组别
import-field-capacity = 参会身份
import-field-votes = 表决权
import-headings = 各行之间的标题用作组别：{ $groups }。
import-twice = 第{ $row }行：{ $name }已见于第{ $first }行，单位相同，只取一次。
import-namesake = 第{ $row }行：{ $name }与第{ $first }行的人同名，两人代号不同。
import-capacity = 第{ $row }行：参会身份“{ $word }”不是主持人、秘书、成员、特邀、列席之一，按成员处理。
import-votes = 第{ $row }行：“{ $word }”看不出有无表决权，按参会身份的惯例处理。
import-units-alone = 只有单位而没有姓名的行，保留了单位：{ $rows }。
import-without-unit = 没有单位的行：{ $rows }。如果上方的单位也适用，请逐行写明。
import-unticked = 没有打勾的行，按无表决权处理：{ $rows }。
import-nameless = 没有姓名的行，未采用：{ $rows }。
import-cut = 文字过长而被截断的行：{ $rows }。
import-errors = 公式结果为错误、按空单元格处理的行：{ $rows }。
import-untold = 同类情况另有{ $count }行。
import-unclosed = 有一个引号没有配对，其后各行可能被当成了一段文字，请核对。
import-more = 另有{ $count }处
import-head = 名册：{ $persons }人，{ $units }个单位，来自 { $file }。
import-head-run = 本文件已是完整的议程：`tribune check 文件` 检查，`tribune run 文件` 开会。
import-head-copy = 要并入已有的议程，请把 items 以下的全部内容复制过去，放在第一个 [[item]] 之前。
import-head-order = 单位和人员的先后就是排名先后。
import-title = 会议
import-organisation = 某某协会
import-place = 会议室
import-chair = 主持人的代号
import-item-first = 开场
import-item-second = 讨论
import-item-last = 其他事项
import-units = 单位，按排名先后：[unit.代号]
import-persons-in-order = 人员，按排名先后：[person.代号]
minutes-script = 这已是脚本：`tribune run 议程文件 --script 文件` 即可按它开会。
minutes-none = 没有哪一行写有时间和姓名，如“[14:52] 姓名：内容”；也没有名册的“姓名”或“Name”列。
minutes-no-day = 会议记录没有写明日期。请用 `--date 2023-12-29` 说明。
minutes-taken = { $persons ->
    [0] 主持人的发言
   *[other] { $persons }人的发言
} { $said }条，{ $from }至{ $until }。
minutes-speakers = 发言人：{ $names }。议程有名册时，他们必须在名册上。
minutes-titles = 姓名已去掉职务：{ $names }。
minutes-name = { $written }即{ $name }
minutes-recording = 时间从录音开始算起，录音始于{ $from }。
minutes-recording-midnight = 时间从录音开始算起，但没有写明录音何时开始。请用 `--date "2023-12-29 14:30"` 说明。
minutes-fallen = 时间早于前一行、改用前一行时间的行：{ $lines }。
minutes-untimed = 有姓名而没有时间、用前一行时间的行：{ $lines }。
minutes-head = { $file } 中的会议记录，转成的脚本。
minutes-head-run = `tribune run 议程文件 --script 文件` 按它开会；议程没有名册时，谁发言就登记谁。
minutes-head-items = 会议记录进入另一项议题之处，在前面加一行 `:议题 2`，以下各行即归入该项。
minutes-end = 会议仍未结束。可加一行 `:散会 确定` 散会，或用 `tribune run 议程文件` 继续。

## 打印文件的页面
sheet-page-number = 第{ $page }页，共{ $pages }页

## 打印与日历

print-none = 没有找到能生成 PDF 的程序。已查找：{ $known }。请安装其中之一，或在 settings.toml 中用 `printer` 指定其他程序；也可以导出 html，用任何浏览器打印。
print-no-such = 设置中 `printer` 指定的程序 { $program } 不存在。请写可用的命令或完整路径；也可以导出 html，用任何浏览器打印。
print-failed = { $program } 没有生成 PDF。它的提示是：{ $said }
print-silent = { $program } 没有生成 PDF，也没有说明原因。请在 settings.toml 中用 `printer` 指定其他程序；也可以导出 html，用任何浏览器打印。
print-slow = { $program } 在{ $seconds }秒内没有生成 PDF，已被终止。请再试一次，或在 settings.toml 中用 `printer` 指定其他程序；也可以导出 html，用任何浏览器打印。
settings-printer = 生成 PDF 的程序：Chromium 系列浏览器或 LibreOffice，写命令名或完整路径。未设置时用最先找到的一个。
settings-program = “printer”应为命令名，如 "chromium"，或程序的完整路径；也可从个人文件夹写起："~/bin/chromium"。
ics-owner = 责任方：{ $name }
ics-origin = 来自：{ $title }，{ $day }
ics-review = 待复查：{ $decision }

## 更正与审定：会后的会议记录

undo-across-correction = 第{ $record }条记录是一次更正的开始，不能跨越它撤销。请改用命令更正。
correct-not-over = 会议尚未结束；`:散会` 之后才能更正和审定会议记录。
correct-approved = 本会议记录已于{ $day }审定，审定后不能再更正。如有异议，请在下次会议上提出。
correct-approved-before = { $day }早于会议结束的日期{ $held }。请给出审定当天的日期。
correct-not-the-meeting = 会议已经结束，不能再开会、休会、复会、散会或移交主持。时间有误请用 `:开始于 会议` 和 `:结束于 会议` 更正。
correct-not-the-agenda = 各项议题的经过不再更改。有关内容请用 `:改题`、`:决定`、`:开始于 议题`、`:结束于 议题` 更正。
correct-not-the-floor = 会后无人发言。发言有误请用 `:实为`、`:对调`、`:开始于`、`:结束于` 更正；漏记的意见请写作 `@某单位 文字`。
correct-not-the-votes = 动议和表决结果保持原样。如有异议，请在下次会议上提出。
correct-not-the-result = 本项表决结果为：{ $result }，保持原样。如有异议，请在下次会议上提出。
correct-not-the-figures = 当时宣布的人数以及议题中的暂离、回避情况保持原样。出席情况请用 `:出席`、`:离席`、`:请假` 或 `:缺席` 更正。
correct-no-turn = 第{ $number }项中无人发言。请先用 `:第N项` 指明是哪一项的发言，或直接写明是哪一次发言，如 `:实为 T5 某人`。
correct-not-support = 会后不再补记支持。请把当时说的话单独记一行：`@某单位 文字`。
correct-whose = 请在行首写明漏记的是谁的意见：`@某单位 文字`。命令以冒号开头。
correct-after-adjournment = { $time }在散会时间{ $adjourned }之后。请给出会议期间的时间。
correct-left-when = 请说明{ $person }到会之后何时离席：`:离席 某人 于 时间`。

telling-correction-begun = 开始第{ $number }次更正。{ $why }
telling-correction-why = 原因：{ $why }
telling-correction-placed = 以下内容属于第{ $number }项：{ $title }。
telling-approved = 会议记录已审定，日期为{ $day }{ $by }。
telling-approved-by = ，由会议 { $session } 审定
corrected-item-title = 第{ $number }项标题：“{ $was }”→“{ $is }”
corrected-struck = { $id }已删去：“{ $text }”。{ $reason }
corrected-struck-reason = 理由：{ $reason }
corrected-name = 姓名：{ $was } → { $is }
corrected-title = { $person }，职务：{ $was } → { $is }
corrected-office = { $person }，会内职务：{ $was } → { $is }
corrected-unit = { $person }，所在单位：{ $was } → { $is }

export-corrections = 会后更正
export-correction = { $at }，{ $who }
export-correction-why = { $at }，{ $who }：{ $why }
export-approved = 本会议记录已于{ $day }审定。
export-approved-by = 本会议记录已于{ $day }由会议 { $session } 审定。

help-why = 更正时用：说明以下各行的更正原因
correct-why-only = 只有在更正时才说明原因：`tribune correct 会议`。
correct-why = 以下各行的更正原因：{ $why }
correct-script-kept = 脚本到此为止，此行之前的内容已保留。请改正此行，并去掉它之前的各行。
correct-begins = 正在更正 { $stem }：{ $state }。
correct-how = 像开会时一样输入要更正的内容：`:修改 C3 文字`、`:更正 某人 姓名 “…”`；漏记的意见写作 `@某单位 文字`。`:第N项` 指明以下内容属于哪一项，`:原因 文字` 说明原因，`:帮助` 列出其他命令，`:退出` 结束。
correct-corrected = 已更正：{ $what }
correct-nothing = 没有任何更改；{ $path } 保持原样：{ $state }。
correct-nothing-left = 所作更改已全部撤销；{ $path } 已重新封存：{ $state }。
correct-done = 共更改{ $count }处，{ $path } 已重新封存：{ $state }。

cli-correct = 会后更正会议记录中的错误
cli-correct-script = 从此文件读取更正内容；- 表示标准输入
cli-correct-why = 更正原因
cli-correct-by = 更正人，列入更正清单
cli-really = 即使文件被手工改动过也继续；手工改动的内容将丢失
cli-approve = 审定会议记录；此后不再更改
cli-approve-at = 审定日期，写作2024-03-15；不写则为今天

finished-name = { $stem } 不是会议文件的名称：应以 .toml 结尾。请先改回原名。
finished-not-over = { $stem } 的会议尚未结束。请先用 `tribune run` 继续开会，再用 `:散会` 结束会议。
finished-edited = { $stem } 自封存以来被手工改动过；`tribune verify { $stem }` 会指出改动之处。加上 `--really` 则按其中的记录重新写成，手工改动的内容将丢失。
finished-records-changed = { $stem } 中的记录被改动过，同处又没有会议日志可以查证原文。请放回会议日志，或使用未经改动的副本。
finished-later = { $stem } 由更新版本的 tribune 写成，请用该版本更正。
finished-journal-differs = 没有作任何更改。请先查明两者以哪一个为准；把会议日志移到别处后，即以 { $stem } 为准。
finished-brought-up = 已先按会议日志重新写成会议文件。
finished-kept-alone = 会议文件旁没有会议日志，以文件中的记录为准。

beside-same = 同处的会议日志中记录相同。
beside-ahead = 同处的会议日志比会议文件多{ $count }条记录。
beside-behind = 会议文件中有{ $count }条记录不在同处的会议日志中。
beside-another-meeting = 同处的会议日志属于另一次会议。
beside-other = 同处的会议日志中第{ $record }条记录与此不同。
beside-other-says = 会议日志中第{ $record }条记录为：{ $told }

approve-not-yet = { $day }尚未到来。请在当天审定，或给出实际审定的日期。
approve-done = { $held }的会议记录（{ $stem }）已审定，日期为{ $day }。
approve-no-last = 第{ $number }项通过了上次会议记录，但文件夹中没有同一系列此前已结束的会议。
approve-amended = 第{ $number }项修改后通过了 { $stem } 的会议记录。请先用 `tribune correct { $stem }` 作出修改，再执行 `tribune approve { $stem }`。
approve-failed = 第{ $number }项通过了 { $stem } 的会议记录，但未能记入该文件：

session-line-changed = 第{ $line }行，{ $section }：{ $key } 现为“{ $is }”，原为“{ $was }”。
session-line-otherwise = 第{ $line }行，{ $section }：现为“{ $is }”，原为“{ $was }”。
session-line-added = 第{ $line }行，{ $section }，系新增：{ $is }
session-line-missing = 第{ $line }行之前，{ $section }，缺少：{ $was }
session-line-contradicts = 第{ $line }行，{ $section }：{ $key } 为“{ $is }”，按记录应为“{ $was }”。
session-line-contradicts-whole = 第{ $line }行，{ $section }：为“{ $is }”，按记录应为“{ $was }”。
session-line-unknown = 第{ $line }行，{ $section }，记录中没有：{ $is }
session-line-unsaid = 第{ $line }行之前，{ $section }，记录中另有：{ $was }
session-lines-more = 另有{ $count }行不同。
session-ends-changed = 各行内容均无不同：改动的只是换行符或封存信息本身。
session-record-now = 第{ $record }条记录现为：{ $told }

verify-state = 记录状态：{ $state }。{ $corrections ->
    [0] 会后未作更正。
   *[other] 会后更正{ $corrections }次。
}最后一条记录的时间为{ $last }。
verify-state-empty = 记录状态：{ $state }，其中没有记录。{ $corrections ->
    [0] {""}
   *[other] 会后更正{ $corrections }次。
}

## 后来的情况：会后答复、未办结事项、单位档案、下次议程

summary-later = 会后{ $day }：{ $status }
summary-later-text = 会后{ $day }：{ $status }——{ $text }
summary-later-session = 会后，{ $session }：{ $status }
summary-later-session-text = 会后，{ $session }：{ $status }——{ $text }
cli-answer = 登记会后的办理结果
cli-answer-id = 答复哪一项：C12 为意见，A3 为任务，D2 为决定，数字为推迟的议题
cli-answer-status = 采纳、不采纳、已答复、结转或办结；`待办` 撤回先前的答复
cli-answer-text = 答复的文字
cli-answer-by = 答复人；不写则用本账户的名称
answer-no-status = “{ $word }”不是办理结果。可用：{ $known }。{ $hint }
answer-no-id = { $session } 中没有可称为“{ $id }”的事项。意见写 C12，任务写 A3，决定写 D2，议题写序号。
answer-unknown = { $session } 中没有{ $id }，也没有其他同类事项。
answer-unknown-near = { $session } 中没有{ $id }。最接近的是{ $near }。
answer-struck = { $session } 中的{ $id }已删去，无可答复。
answer-merged = { $session } 中的{ $id }已并入{ $into }。请答复{ $into }。
answer-action = { $session } 中的{ $id }是任务，不能记为“{ $status }”。任务只能记为办结、结转或不采纳（即不再办理）。
answer-item-over = { $session } 的第{ $number }项“{ $title }”已结束。只有推迟或未完的议题才待答复。
answer-matter = { $session } 中的{ $id }就是 { $from } 的{ $origin }。请答复那一项。
answer-too-long = 答复最多{ $most }个字。请写短些，并注明其余内容见何处。
answer-holds = { $session } { $id }：{ $text }
    { $later }
ledger-unreadable = { $path } 中有{ $count }行无法读取，首先是第{ $line }行。其余各行有效。
ledger-torn = { $path } 的最后一行没有写完，已略过。其余各行有效。
followups-days = { $count ->
        [0] 今天
       *[other] { $count }天
    }
followups-months = { $count }个月
followups-years = { $count }年
cli-json = 输出 JSON，供程序使用
cli-show-unit = 改为显示该单位的档案：历次会议上提出的全部意见及办理结果
cli-followups = 历次会议中尚未办结的事项，按单位列出，并注明等待时间
cli-followups-unit = 只列该单位
cli-followups-series = 只列该系列会议
followups-none = 没有未办结的事项。
followups-no-series = 没有属于“{ $series }”系列的会议。
followups-head = 未办结{ $count }项，来自{ $sessions }次会议
followups-head-overdue = 未办结{ $count }项，其中逾期{ $overdue }项，来自{ $sessions }次会议
followups-unit = { $name }（{ $count }）
followups-nobody = 未指明单位
followups-thing = { $what }；{ $age }；{ $session }
followups-item = 议题
followups-action = 任务
followups-action-due = 任务，期限{ $day }
followups-action-overdue = 任务，{ $day }到期，已逾期{ $age }
followups-decision = 决定
followups-review-due = 决定，定于{ $day }复查
followups-review-overdue = 决定，{ $day }起应复查（{ $age }）
followups-age-unknown = 时间不详
followups-words = ：{ $text }
followups-by = ，{ $author }
followups-fate-there = 当次会议{ $status }{ $words }
followups-fate-session = { $session } { $status }{ $words }
followups-fate-later = 会后{ $day }{ $by }：{ $status }{ $words }
dossier-formerly = 曾用名：{ $names }
dossier-figures = 参加会议{ $sessions }次；意见{ $count }条，采纳或办结{ $adopted }条，未办结{ $open }条；发言共{ $time }
dossier-said = 意见
dossier-actions = 承办的任务
dossier-attendance = 出席与发言时间
dossier-open = 尚未办结；{ $age }
dossier-acted = 已转为{ $id }，{ $owner }：{ $status }
dossier-part = { $session }：{ $time }，发言{ $turns }次
dossier-as = 当时名称：{ $name }
dossier-person = { $name }：{ $status }
dossier-person-office = { $name }，{ $office }：{ $status }
cli-carry = 根据名册和未办结的事项生成下次议程
cli-carry-sessions = 会议：名册取自最近一次，未办结的事项取自全部
carry-nothing = 没有可据以生成议程的会议。可用 `tribune new` 新写一份议程。
carry-head = { $session } 之后一次会议的议程。
carry-head-look = 注释说明各项的来源；请过目，并改动与上次不同之处。
carry-head-moved = 移来：推迟或未完的议题，只在本议程出现一次，结束后即已办结。
carry-head-repeated = 重复：每次会议都有的议题，不论上次是否完成。
carry-head-check = `tribune check 文件` 检查错误，`tribune run 文件` 召开会议。
carry-as-before = 与 { $session } 相同：
carry-no-series = 上次会议不属于任何系列。同一系列的会议会提出以往会议的遗留事项，请写明系列：
carry-announced = { $session } 已宣布；注释掉的几行未宣布：
carry-unannounced = { $session } 未宣布下次会议。请写明时间地点；上次为：
carry-chair = { $session } 结束时的主持人：
carry-rules = { $session } 的规则：
carry-themes = 主题，条数多的在前：
carry-theme = { $count ->
        [0] 尚无意见
       *[other] { $count }条意见
    }
carry-matters = 以往会议遗留事项
carry-matters-count = { $count ->
        [0] 本系列没有未办结的事项。
       *[other] 以下{ $count }项在会议开始时自动提出，不必另行列入：
    }
carry-matter = { $id }：{ $session } 的{ $origin }{ $owner }：{ $text }
carry-units = 单位，与 { $session } 相同
carry-persons = 人员，按排名先后，以 { $session } 结束时为准
carry-enrolled = { $session } 期间登记：
carry-elected = { $session } 当选：{ $offices }
carry-office-before = 此前职务：{ $office }
carry-amended = { $session } 期间更正：{ $key } 原为{ $before }
carry-none = 空
carry-items = 议题
carry-approval = 审议通过上次会议记录
carry-approval-text = 通过上次会议记录
carry-from-minutes = 新增：{ $session } 的会议记录待审议通过。
carry-from-repeated = 重复：{ $session } 第{ $number }项，已标明每次都有。
carry-from-every = 重复：{ $session } 第{ $number }项，每次会议都有开场和结束。
carry-from-moved = 移来：{ $session } 第{ $number }项，当时为“{ $status }”{ $reason }
carry-missing = 已略去，因名册上已无此人或单位：{ $who }

## search

archive-foreign = 这不是会议文件：开头没有会议摘要。
cli-search = 在全部会议中查找：发言、决定和承诺
search-words = 要找的词，结果须同时含有全部词语；短语加引号，在命令行中还要再加一层引号：'"友好 城市"'
search-unit = 只看该单位：任一语言的名称、简称、代号或拼音
search-theme = 只看该主题
search-kind = 只看该类：建议、资源、请求、承诺、提问、说明，或 contribution 表示以上各类；决定、任务、动议、表决、遗留事项、议题、会议；多个以逗号分隔
search-status = 只看该状态：待答复、待办、已答复、已采纳、未采纳、转下次会议、已办结及其他结果；多个以逗号分隔
search-person = 只看此人：任一语言的姓名、代号或拼音
search-since = 只看此时起的会议：日、月或年，如 2024-03-01、2024-03 或 2024
search-until = 只看截至此时的会议，含当日、当月或当年
search-series = 只看该系列的会议
search-json = 输出一份 JSON 文档，供其他程序使用
search-kind-contribution = 发言记录
search-kind-meeting = 会议
search-kind-item = 议题
search-kind-motion = 动议
search-kind-decision = 决定
search-kind-action = 任务
search-kind-ballot = 表决
search-kind-matter = 遗留事项
search-to-do = 待办
search-no-kind = 没有“{ $word }”这一类。可用：{ $known }。
search-no-status = 没有“{ $word }”这一状态。可用：{ $known }。
search-no-date = “{ $date }”不是日期。请写 2024-03-01、2024-03 或 2024。
search-nothing-asked = 请写明要找什么：词语，或 `--unit`、`--theme`、`--kind`、`--status`、`--person`、`--since`、`--until`、`--series` 之一。
search-counts = 共{ $hits }条，见于{ $sessions }次会议中的{ $having }次。
search-none = { $sessions ->
    [0] 该文件夹中还没有会议。
   *[other] 在{ $sessions }次会议中没有找到。
 }
search-unread = 未能查找 { $path }：{ $why }

# search: the end

## 回顾：屏幕上的会议档案

page-parted = { $before }；{ $part }
page-raised = 提出于
page-became = 办理结果
page-session = { $day }  { $title }
page-session-undated = { $title }
review-title = 回顾
review-sessions = 历次会议
review-followups = 未办结
review-units = 单位
review-all-units = 单位
review-years = 历年对照
review-all-series = 系列
review-years-of = 历年对照：{ $name }
review-years-earlier = 更早的{ $count }次会议未画出。
review-years-sessions = 历次会议
review-years-themes = 各主题意见条数
review-years-answers = 已答复、办理中、待答复
review-years-speaking = 发言时间
review-years-attendance = 出席、委托代表、未出席
review-noted = { $count }条
review-answered-share = 已答复 { $percent }%
review-answered-after = 已答复 { $percent }%，用时{ $days }天
review-attended = { $count }/{ $of }
review-plan = 计划与实际用时
review-plan-used = 实际用时
review-plan-over = 超出计划
review-plan-left = 剩余
review-no-series = 不属于任何系列
review-unreadable = 无法读取
review-unread = { $name }：{ $why }
review-reading = 正在读取会议档案……
review-walking = 已读取 { $count }/{ $of }
review-count-sessions = { $count }次会议
review-count-open = { $count }项未办结
review-count-overdue = { $count }项逾期
review-count-unreadable = { $count }个文件无法读取
review-count-older = 未计最早的{ $count }次
review-open = 未办结 { $count }
review-unit = { $open ->
    [0] { $raised }
   *[other] 未办结 { $open }，共 { $raised }
 }
review-more = 另有{ $count }项未列出，可输入文字查找。
review-found = 查找结果
review-found-nothing = 没有找到“{ $words }”。
review-looking = 正在查找……
review-empty = 还没有会议。`tribune demo` 可演示一次会议，`tribune run` 用于召开会议，开过的会议都保存在这里。
review-holds = { $id }现为{ $status }{ $words }
review-line = 输入文字即可在历次会议中查找
review-command = 命令
review-answering = { $session } 的{ $id }后来如何：可补充说明，或直接按 Enter
review-only-read = 回顾时会议只能查看。按空格键可写明某项的办理结果；更正草稿请用 `tribune correct`。
review-nothing-to-answer = 请先选中一条意见、任务、决定或议题，再按空格键写明办理结果。
review-no-session = 请先选中一次会议或其中一项。
review-no-status = 请用下列词语之一说明结果：{ $known }。
review-what-became = { $session } 的{ $id }：后来如何？
review-leave = 保持不变
review-answered = 已答复
review-adopted = 已采纳
review-declined = 未采纳
review-carried = 转下次会议
review-done = 已办结
review-open-again = 重新列为未办结
review-hint-open = 打开
review-hint-answer = 办理结果
review-hint-back = 返回
review-hint-lists = 切换列表
review-hint-leave = 离开
review-hint-obey = 执行
review-hint-drop = 放弃
review-hint-clear = 停止查找
review-help-words = 输入文字即在历次会议中查找词语和"短语"，姓名可用拼音；Esc 停止查找。
review-help-filters = 可用 `@单位`、`#主题`、`人员:`、`类别:资源`、`状态:待办`、`系列:`、`自:2024`、`至:` 缩小范围。
review-help-move = 上下键逐行移动，PageUp 和 PageDown 翻页。
review-help-follow = Enter 或向右键打开所指的内容：会议、意见、单位。
review-help-back = Esc、向左键或退格键返回上一处。
review-help-turn = Tab 切换列表：历次会议、未办结、单位、历年对照；在一次会议中则切换各页。
review-help-filter = 输入 `/` 和文字可筛选一次会议的意见、签到或记录。
review-help-answer = 空格键写明某项会后的办理结果；结果另行保存，会议文件本身不变。
review-help-answer-line = 输入 `:答复 C12 采纳` 并加上说明，效果相同。
review-help-lines = `:导出 minutes docx` 生成会议记录，选中单位时 `:导出 letter docx` 生成致该单位的函，`:语言` 和 `:配色` 改变屏幕显示。
review-help-leave = Ctrl-C 或 `:退出` 离开。
review-farewell = 会议文件保持原样；在此登记的办理结果另行保存。
tui-archived = 已归档
cli-review = 在屏幕上回顾会议档案：历次会议、未办结事项、各单位
cli-review-session = 直接打开的会议
cli-review-no-terminal = 回顾需要终端。`tribune show`、`tribune search` 和 `tribune followups` 可输出到任何地方。
page-times = { $from }–{ $until }
page-chair = 主持人：{ $name }
page-counted = { $what } { $count }
page-conclusions = 主持人总结
page-matters = 以往会议遗留事项（{ $count }）
page-matter = { $status }；{ $session } 的{ $origin }
page-matter-text = { $status }：{ $text }；{ $session } 的{ $origin }
page-decisions = 决定（{ $count }）
page-actions = 任务（{ $count }）
page-waiting = 尚未答复（{ $count }）
page-answered = 已有结果（{ $count }）
page-themes = 主题
page-items = 议程（{ $count }）
page-used = 用时 { $used }
page-used-of = 用时 { $used }，计划 { $planned }

## 遗留事项：以往会议尚未办结的事项

help-matters = 列出遗留事项，并逐项处理
matters-arising = 遗留事项
matters-none = 以往会议没有遗留事项。
matters-not-yet = 本系列以往会议的遗留事项在宣布开会时列出。
matters-open = { $count }项未办结
matters-all = 遗留事项{ $count }项，未办结{ $open }项（上下键选择）
matters-one = 遗留事项{ $id }（第{ $number }项，共{ $of }项）
matters-arise = 以往{ $sessions }次会议有{ $count }项遗留事项。现在逐项处理？
matters-arise-later = 随时可用 `:遗留事项` 列出并逐项处理。
matters-go-through = 逐项处理
matters-next = 下一项
matters-hint-next = 下一未办结项
matters-more = PageDown 往下看
matters-hint-before = 前一项
matters-hint-behind = 后一项
matters-hint-leave = 离开
matters-which-words = { $id } { $status }：有何说明？
matters-words = 说明
matters-which-reason = { $id } { $status }：理由是什么？
matters-reason = 理由
matters-raised-in = 来源
matters-owner = 责任方
matters-answer = 办理结果
matters-from = { $meeting }{ $day }{ $age }
matters-from-day = ，{ $day }
matters-line = { $id }（{ $became }）：{ $text }。来自{ $from }{ $owner }
telling-loose-matters = 遗留事项仍有{ $count }项未办结：{ $list }

## 历次会议对照
cli-show-series = 改为对照该系列的历次会议：主题、出席、答复、发言用时
years-year = { $year }年
years-other-themes = 其他主题
years-without-theme = 未归主题
years-asked = 需答复
years-answered = 已答复
years-in-hand = 已转为任务，办理中
years-open = 待答复
years-percent = 答复率
years-median = 天数（中位数）
years-attended = 出席
years-represented = 委托代表
years-excused = 请假
years-absent = 缺席
years-no-series = 本次会议不属于任何系列，没有可对照的会议；请在议程中写明系列：series = "…"。
years-none = 在 { $folder } 中没有能读取的“{ $series }”系列会议。

## 后续事项日历
cli-followups-ics = 输出日历：未办结的列为任务，会后已办结的标为完成
cli-followups-output = 写入此文件；- 为标准输出
followups-calendar = 会议后续事项
followups-raised-by = 提出：{ $name }

## 旁观：会场大屏与只看不动的屏幕

hall-closed = 内部议题
hall-break = 休息
hall-break-until = 休息至
hall-suspended = 会议休会中
hall-suspended-until = 休会至
hall-over = 会议结束
hall-thanks = 谢谢各位！
hall-next-meeting = 下次会议：{ $when }
hall-then = 下一项：{ $title }
hall-nobody-waits = 无人等候发言
hall-voting = 正在表决：{ $method }
hall-carried = 通过
hall-not-carried = 未通过
hall-filled = 应选{ $seats }名，选出{ $filled }名
hall-more = 另有{ $count }名
hall-waiting = 目前没有正在进行的会议；会议一开始，这里即会显示。
watch-label = 本屏幕随会议更新，只看不改。
watch-only = 本屏幕只供旁观：请在开会的那台终端上操作。
watch-hint-leave = 退出
watch-key = { $key }：{ $what }
watch-again = 正在不断重试；所显示的是此前的情况。
watch-no-agenda = 会议日志中的议程无法读取，会议无法显示。对议程文件执行 `tribune check` 可知错在何处。
watch-no-journal = { $session } 旁没有会议日志，无从跟随。`tribune show { $session }` 可显示已保存的内容。
watch-no-terminal = `tribune watch` 要在屏幕上绘制，而这里没有屏幕。请在终端中执行；`tribune show last` 以文字写出摘要。
watch-no-face = 没有“{ $face }”这一页。可用：{ $faces }。
watch-farewell = 会议照常进行，只是不再在此显示；`tribune watch` 可再次显示。
tui-watching = 旁观
cli-watch = 供会场大屏或第二块屏幕旁观正在进行的会议
cli-watch-session = 哪一场：文件、名称、名称的一部分，或 last；不写则为正在进行的那一场
cli-watch-face = 不用会场大屏，而显示这一页：floor（发言）、contributions（意见）、roll（签到）、ballots（表决）、brief（小结）或 record（记录）

# watch: the end

## 小结：主持人据以总结
brief-thanks = 致谢
brief-agreed = 共识
brief-raised-by-several = 多家提到
brief-alike = 认定相近
brief-perhaps-alike = 可能相近
brief-offered = 可提供
brief-asked-for = 请求支持
brief-starred = 已标星
brief-promised = 已承诺
brief-decided = 已决定
brief-actions = 任务
brief-not-heard = 未发言
brief-group = { $group }：{ $people }
brief-units = 各单位
brief-person = { $name }
brief-person-of = { $name }（{ $unit }）
brief-line = { $text }
brief-line-of = { $units }：{ $text }
brief-agreed-joint = { $text }——{ $units }共同提出
brief-agreed-supported = { $text }——{ $units }提出，{ $others }支持
brief-agreed-joint-supported = { $text }——{ $units }共同提出，{ $others }支持
brief-agreed-supported-alone = { $text }——{ $others }支持
brief-theme = { $theme }（{ $count }家）
brief-theme-of = { $theme }：{ $units }
brief-pair-line = { $id } { $said }
brief-shared = 都提到：{ $words }
brief-decision = { $item }：{ $decided }
brief-elected = { $office }：{ $names }当选
brief-here = { $who }
brief-what = 主持人据以总结
brief-gathering = 正在汇总。
brief-nothing = 尚无内容，也没有需要致谢的人。
brief-more = 还有{ $count }条
brief-place = 第{ $number }项，共{ $of }项
plain-brief-section = —— { $title } ——
plain-brief-judge = `:相似 { $first } { $second }` 认定相近，`:相似 { $first } { $second } 否` 认定不相近。
brief-hint-accept = 认定相近
brief-hint-refuse = 不相近
brief-hint-read = 逐条宣读
brief-away = { $who }（未出席）

## The lobby: the front door
lobby-title = tribune
lobby-subtitle = 正式会议，从议程到会议记录
lobby-farewell = 没有改动任何会议。运行 `tribune` 可再次打开大厅。
lobby-continue = 继续
lobby-start-heading = 开会
lobby-review = 回顾
lobby-first-steps = 入门
lobby-kept = 存放位置
lobby-kept-sessions = 会议
lobby-kept-settings = 设置
lobby-today = 今天
lobby-runs = 正在别处进行
lobby-shipped = 示例
lobby-unsound = 有错误
lobby-new = 新建议程
lobby-archive = 全部会议
lobby-followups = 尚未办结
lobby-counting = 正在读取……
lobby-open-overdue = { $open }项，逾期{ $overdue }项
lobby-line = 输入文字即可查找
lobby-finds = 在以下全部内容中查找
lobby-found-nothing = 这里没有“{ $words }”。按 Esc 显示全部；会上说过的话可在“全部会议”中查找。
lobby-no-meeting = 这只能在会议中进行。此处按 Enter 选择，可用的命令有 `:语言`、`:配色` 和 `:退出`。
lobby-left = { $at }离开（{ $age }）
lobby-at-item = 进行到第{ $number }项：{ $title }
lobby-had-floor = 当时发言：{ $who }。
lobby-records = 已保存{ $count }条记录。
lobby-goes-on = 按 Enter 从中断处继续。
lobby-held-elsewhere = 会议正在另一个终端进行。按 Enter 可选择在此旁观。
lobby-elsewhere = “{ $title }”正在另一个终端进行。
lobby-watch = 在此旁观（会场大屏）
lobby-back = 返回
lobby-start = { $title }
lobby-hold = 正式开会，全部保存
lobby-rehearse = 预演，不保存
lobby-mistakes = { $file } 有{ $count }处错误，详见一旁。请改好文件再回来。
lobby-mistakes-count = 有{ $count }处错误，改好才能开会：
lobby-mistake = 第{ $line }行：{ $what }
lobby-shipped-about = 随程序提供
lobby-people = { $persons }人，{ $units }个单位
lobby-new-about = 在当前文件夹写入一份带说明的议程，可用任意编辑器填写；语言与此界面相同。
lobby-new-next = 共有四种：理事会、理事会（含选举）、工作交流会、会员大会。
lobby-new-which = 在当前文件夹新建议程，哪一种？
lobby-new-board = 理事会：人数少，有动议和表决
lobby-new-council = 理事会（含选举）：有单位名册
lobby-new-exchange = 工作交流会：各单位依次发言
lobby-new-assembly = 会员大会：会员多，无记名投票
lobby-wrote = 已写入：{ $path }。请用编辑器打开，填入自己的标题、人员和议题并保存，然后回到这里，在它上面按 Enter。
lobby-held = { $day }召开（{ $age }）
lobby-held-once = 召开日期不详。
lobby-left-open = { $open ->
    [0] 没有未办结的事项。
   *[other] 尚有{ $open }项未办结，其中{ $overdue }项逾期。
 }
lobby-opens-session = 按 Enter 打开：发言、建议、决定和各种文件。
lobby-archive-about = 保存过的全部会议，按系列排列；会上说过的话都能查到，事后的办理结果也在那里登记。
lobby-overdue = { $day }起已逾期
lobby-due = { $day }到期
lobby-review-on = { $day }复查
lobby-demo-exchange = 看一场进行中的工作交流会
lobby-demo-founding = 看一场进行中的成立大会
lobby-demo-exchange-about = 理事工作交流会正在轮流发言：各单位依次发言，每条建议都被记下。
lobby-demo-founding-about = 成立大会：举手和投票选举，并审议章程。
lobby-demo-about = 可以随意按键：演示不保存任何内容。按 Ctrl-C，再按 2，就回到这里。
lobby-guide = 从议程到会议记录
lobby-guide-demo = 1. 先看一场演示。字母总是输入文字；F5 等键执行操作；按 ? 显示全部按键。
lobby-guide-agenda = 2. 在这里“新建议程”，用任意编辑器填写。文件里的说明解释每一行，错误会在一旁列出。
lobby-guide-roster = 3. 名册可来自 Excel：`tribune import people.xlsx` 把它写成议程的一部分。
lobby-guide-hold = 4. 在这里选中议程：先预演，再正式开会。`:开会` 宣布开会，F5 请下一位发言，输入的每一行都记在发言人的单位名下。
lobby-guide-documents = 5. `:散会` 结束会议。`tribune export last --format docx --document minutes` 写出 Word 会议记录。
lobby-guide-later = 6. 建议在答复之前一直列在“尚未办结”中；同一系列的下次会议会接着处理。
lobby-keys = 按键
lobby-keys-move = 上下键逐行移动，Tab 到下一组。
lobby-keys-choose = Enter 选择。凡要开始什么，都会先问；按 1 或 Enter 返回。
lobby-keys-find = 输入文字即在全部内容中查找；Esc 显示全部。
lobby-keys-lines = `:语言` 切换语言，`:配色` 切换配色，`:退出` 离开。
lobby-keys-meeting = 在会议中按 ? 显示那里的按键；`tribune keys` 列出全部按键。
lobby-keys-leave = Esc 或 Ctrl-C 立即离开，不会丢失任何内容。
lobby-where = 东西存放在哪里
lobby-where-sessions = 每场会议都保存在 { $folder }：一份可读的会议文件，和一份逐条记录全过程的会议日志。
lobby-where-settings = 自己的设置、按键和配色可放在 { $folder }；没有也可以。
lobby-where-else = 议程是您自己的文件，放在哪里就在哪里。`tribune --sessions 文件夹` 可把会议存到别处。
lobby-leaving = 怎样离开
lobby-leaving-lobby = 按 Esc 或 Ctrl-C 离开大厅。
lobby-leaving-meeting = 在会议中按 Ctrl-C 会先问。离开的会议并未结束，会列在“继续”之下。
lobby-leaving-crash = 即使终端关闭或机器故障，屏幕上显示已保存的内容都还在。
cli-alone = 在终端里单独运行 `tribune` 会打开大厅：继续中断的会议、开新会、回顾往次会议，并带新用户入门。
lobby-hint-continue = 继续
lobby-hint-start = 开始……
lobby-hint-see = 观看
lobby-hint-read = 阅读
lobby-hint-groups = 下一组

## 文件、输出与名称有异时的提示

standing-written-again = 会议日志中缺少{ $count }条记录，已按会议文件 { $path } 补写。
standing-shown-whole = 会议文件 { $path } 完好，其中另有{ $count }条记录。现按会议文件显示；输入 `:保存` 即由此继续。
standing-contradicted = 会议文件 { $path } 中的记录与会议日志不同。现按会议日志显示，只能读取；输入 `:保存` 可按会议日志在新文件中继续，原有文件保留在旁。
standing-journal-lost = 会议文件 { $path } 完好：会议由此继续，另起会议日志。
standing-kept = 原文件保留为 { $path }。
standing-unreadable = 会议文件 { $path } 无法读取；保存会议时将保留在新文件旁。{ $why }
plain-left-as-it-was = 会议日志只能读取：会议日志和会议文件均保持原样。
plain-recorded-unheard = 各行照常记录，但不再显示其结果。
error-contradicted = { $path } 与同处的会议文件相互矛盾。
error-output = 无法写入标准输出：{ $cause }。
error-cause-unread = 已无人读取

names-nobody = 其中没有名为“{ $name }”的人员或单位。
names-nobody-near = 其中没有名为“{ $name }”的人员或单位。是否指{ $near }？
archive-unnamed = 没有指明会议。请给出文件、名称、名称的一部分，或 `last`。
cli-export-unread = { $path } 已经存在，但无法读取，保持原样。请换一个 `--output`，或先移走该文件。

## 命令不接受的内容

phrase-ballot-neither = “{ $word }”既不是表决规则，也不是表决方式。规则有{ $rules }；方式有{ $methods }。
phrase-ballot-neither-near = “{ $word }”既不是表决规则，也不是表决方式。是否指{ $near }？规则有{ $rules }；方式有{ $methods }。
phrase-ballot-unclear = 无法判断“{ $word }”是事项的文字，还是表决的规则或方式（{ $near }）。请给事项加上引号，规则和方式写在引号之后。
phrase-no-such-day = 日历上没有“{ $typed }”这一天。日期请写成2024-03-15。
phrase-no-such-time = 没有“{ $typed }”这个时刻：小时为0至23，分和秒为0至59。
phrase-day-too-far = “{ $typed }”太远了：年份只能是四位数。
phrase-no-capacity = “{ $typed }”不是与会身份。可用的有{ $known }。
progress-next-before = 下次会议不能在{ $date }：本次会议在{ $day }。
progress-skip-begun = 第{ $number }项“{ $title }”已经审议过，不能略过。请用 `:结束 知悉` 结束该项，或用 `:推迟 { $number }` 推迟余下内容。
progress-skip-begun-elsewhere = 第{ $number }项“{ $title }”已经审议过，不能略过。请用 `:议题 { $number }` 回到该项后结束，或用 `:推迟 { $number }` 推迟余下内容。
contribution-answer-remark = { $id }是说明：可以回应，但说明不作后续跟踪，不能标为“{ $status }”。用 `:类别 { $id } 建议` 可改为建议。
answer-remark = { $session }的{ $id }是说明，说明不作后续跟踪。
roster-enrol-same = { $person }已在名册上，职务和单位相同（代号{ $id }）。若是另一个人，请在命令末尾加 `确定` 再输入一次。
telling-reasoned-gone = 为一项发言要求补充了理由：{ $reason }

## 表决页
ballots-open = 付诸表决？
ballots-open-yes = 开始表决
ballots-question = { $question }（{ $method }）
ballots-result = 宣布结果？将有以下变化：
ballots-result-yes = 宣布结果
ballots-casting = 票数相等，主持人如何表决？
ballots-casting-for = 赞成
ballots-casting-against = 反对
ballots-casting-fails = 不投票，按不通过处理
ballots-leave = 保持不变
ballots-call = 唱名表决
ballots-votes = 录入候选人得票
ballots-slate = 录入整单票数
ballots-tally = 录入票数
ballots-all-for = 一致赞成
ballots-clear-majority = 明显多数
ballots-unopposed = 无人反对
ballots-papers = 录入选票数
ballots-void = 作废
ballots-calling = 如何表决？按向上键返回上一位
ballots-called = 第{ $number }位，共{ $of }位：{ $who }
ballots-called-before = { $who }：{ $answer }
ballots-none = 没有正在进行的表决。按 { $key } 就本项议题付诸表决，其他事项用 `:表决 “事项”`。
ballots-none-left = 没有正在进行的表决，各职务均已有结果。如需重选该职务，请输入 `:表决 “{ $office }”`。
ballots-earlier = 已完成
ballots-opened = { $method }，{ $time }开始
ballots-round = 第{ $round }轮
ballots-for = 赞成
ballots-against = 反对
ballots-abstaining = 弃权
ballots-silent = 未表决 { $count }
ballots-needed = 需 { $needed } / { $of }
ballots-as-typed = 按所录：{ $what }
ballots-seats = 应选{ $seats }名
ballots-more = 另有{ $count }名候选人
ballots-moved = { $id }，由{ $by }提出
ballots-seconded = { $moved }，{ $by }附议
ballots-amends = { $moved }，修正{ $id }
ballots-tellers = 计票人：{ $names }
ballots-group = { $group }：赞成 { $favour }，反对 { $against }，弃权 { $abstaining }
ballots-unanswered = { $count }位尚未表态：{ $names }
ballots-plain = { $question }：{ $sentence }
ballots-plain-open = { $time }开始表决：{ $question }，{ $method }。{ $rule }
ballots-uncounted = 还没有计票。
