package org.huisheng.feedback.letter;

import java.util.List;

/** A piece of a report, one below the other. */
public sealed interface Piece {

    record Title(String text) implements Piece {}

    record Section(String text) implements Piece {}

    record Text(String text) implements Piece {}

    /** Each row as long as the head. */
    record Table(List<String> head, List<List<String>> rows) implements Piece {}
}
