package org.yekuo.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a server says of itself, asked over a connection, never assumed from how it was started. */
record Settings(int version, Map<String, String> values) {

    private static final int OLDEST = 150000;

    private static final String ASK = """
            select name, setting from pg_settings
            where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'server_encoding')
            union all
            select 'locale', coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale', d.datcollate)
            from pg_database d where d.datname = current_database()
            """;

    static Settings of(Connection connection) throws SQLException {
        var values = new TreeMap<String, String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(ASK)) {
            while (rows.next()) {
                values.put(rows.getString(1), String.valueOf(rows.getString(2)));
            }
        }
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("show server_version_num")) {
            rows.next();
            return new Settings(rows.getInt(1), values);
        }
    }

    boolean isTooOld() {
        return version < OLDEST;
    }

    boolean isUtf8() {
        return "UTF8".equals(values.get("server_encoding"));
    }

    /** Settings under which an answered request could be lost, as {@code name=value}; {@code remote_apply} and the like are safer than on. */
    List<String> unsafe() {
        var unsafe = new ArrayList<String>();
        for (var name : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            var value = values.getOrDefault(name, "?");
            if (value.equals("off") || value.equals("?")) {
                unsafe.add(name + "=" + value);
            }
        }
        return unsafe;
    }
}
