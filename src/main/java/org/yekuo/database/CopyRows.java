package org.yekuo.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Rows on their way into one table by {@code COPY}, PostgreSQL's way for many: they are written as text while they come, and go together, in the transaction that is
 * there. All goes in or the transaction fails: what may be there already is asked beforehand.
 */
public final class CopyRows {

    private static final HexFormat HEX = HexFormat.of();

    private final String sql;
    private final StringBuilder rows = new StringBuilder();

    /** @param columns in the order of each row's values */
    public CopyRows(String table, String columns) {
        this.sql = "copy " + table + " (" + columns + ") from stdin";
    }

    /** Texts, numbers, days and enums as they print themselves; arrays of bytes; collections of texts as arrays; null as null. */
    public CopyRows add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                rows.append('\t');
            }
            write(values[i]);
        }
        rows.append('\n');
        return this;
    }

    public void go(JdbcOperations jdbc) {
        if (!rows.isEmpty()) {
            jdbc.execute((ConnectionCallback<Boolean>) this::copy);
            rows.setLength(0);
        }
    }

    private boolean copy(Connection connection) throws SQLException {
        var into = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
            into.writeToCopy(bytes, 0, bytes.length);
            into.endCopy();
            return true;
        } finally {
            if (into.isActive()) {
                into.cancelCopy();
            }
        }
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> rows.append("\\N");
            case byte[] bytes -> rows.append("\\\\x").append(HEX.formatHex(bytes));
            case Collection<?> texts -> array(texts);
            default -> escaped(value.toString(), false);
        }
    }

    private void array(Collection<?> texts) {
        rows.append('{');
        var separator = "";
        for (var text : texts) {
            rows.append(separator).append('"');
            escaped(String.valueOf(text), true);
            rows.append('"');
            separator = ",";
        }
        rows.append('}');
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '"' || c < ' ') {
                return false;
            }
        }
        return true;
    }

    /** Within an array quotes and backslashes are escaped once more. */
    private void escaped(String text, boolean within) {
        if (plain(text)) {
            rows.append(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append(within ? "\\\\\\\\" : "\\\\");
                case '"' -> rows.append(within ? "\\\\\"" : "\"");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                case '\t' -> rows.append("\\t");
                default -> rows.append(c);
            }
        }
    }
}
