### 全部中文语句。每个主题一节，标识为 topic-what。
### 采用自然、规范的会议用语；拒绝时说明该怎么做。
### 标识与参数须与 en.ftl 一致，由测试比对。

## text

text-list-comma = 、
text-list-last = 、

# text: the end

## agenda

# agenda: the end

## names

# names: the end

## check

# check: the end

## rules

# rules: the end

## ballot

# ballot: the end

## election

# election: the end

## journal

# journal: the end

## room

# room: the end

## error

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

# cli: the end
