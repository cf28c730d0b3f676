package org.yekuo.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.yekuo.casework.ReadingInbox.Item;
import org.yekuo.form.PageOf;

/** The query of a page of parts, with what stands in its places, and what is made of its rows. */
record PartsAsked(String sql, List<Object> params, Reader reader, Function<List<Item>, PageOf<Item>> cut) {

    interface Reader {
        Item read(InboxRow row, ResultSet found) throws SQLException;
    }
}
