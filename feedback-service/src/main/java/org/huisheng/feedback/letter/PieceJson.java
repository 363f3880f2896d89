package org.huisheng.feedback.letter;

import java.util.List;

/**
 * A piece as it is kept, and shown before there is a paper.
 *
 * @param text empty for a table
 * @param head empty for all but a table
 */
public record PieceJson(PieceKind kind, String text, List<String> head, List<List<String>> rows) {

    /** What a piece is. */
    public enum PieceKind {
        TITLE,
        SECTION,
        TEXT,
        TABLE
    }

    public static PieceJson of(Piece piece) {
        return switch (piece) {
            case Piece.Title(var text) -> words(PieceKind.TITLE, text);
            case Piece.Section(var text) -> words(PieceKind.SECTION, text);
            case Piece.Text(var text) -> words(PieceKind.TEXT, text);
            case Piece.Table(var head, var rows) -> new PieceJson(PieceKind.TABLE, "", head, rows);
        };
    }

    private static PieceJson words(PieceKind kind, String text) {
        return new PieceJson(kind, text, List.of(), List.of());
    }

    Piece piece() {
        return switch (kind) {
            case TITLE -> new Piece.Title(text);
            case SECTION -> new Piece.Section(text);
            case TEXT -> new Piece.Text(text);
            case TABLE -> new Piece.Table(head, rows);
        };
    }
}
