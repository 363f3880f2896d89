package org.huisheng.feedback.reading;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.huisheng.kit.table.TableFile;

/** A list as a file that a browser keeps. */
public final class TableDownload {

    private TableDownload() {}

    /** @param name of the file, without its ending */
    public static Response csv(String name, StreamingOutput content) {
        return download(content, "text/csv;charset=UTF-8", name + ".csv");
    }

    /** @param name of the file, without its ending */
    public static Response xlsx(String name, StreamingOutput content) {
        return download(content, TableFile.XLSX, name + ".xlsx");
    }

    private static Response download(StreamingOutput content, String type, String name) {
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
