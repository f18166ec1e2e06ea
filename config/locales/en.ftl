### Every sentence in English. One section for each topic, in the order of the house; ids are topic-what.
### Calm, short, exact; no exclamation marks; where something is refused, say what to do instead.
### The same ids with the same arguments stand in zh-CN.ftl: a test compares them.

## text

text-list-comma = {", "}
text-list-last = {" and "}

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
