package org.yekuo.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.casework.ReadingInbox;
import org.yekuo.vocabulary.Text;

/** Makes of a row of a part what a person reads: how many days are left, how urgent that is, and why. */
record InboxRow(LocalDate today, WorkCalendar calendar) {

    ReadingInbox.Item item(ResultSet row, @Nullable LocalDate due, @Nullable LocalDate closedOn, boolean urgent) throws SQLException {
        var opened = row.getObject("opened_on", LocalDate.class);
        int days = row.getInt("days");
        Integer left = due == null ? null : due.isBefore(today) ? Integer.valueOf(-calendar.count(due, today)) : Integer.valueOf(calendar.count(today, due));
        return new ReadingInbox.Item(row.getString("case_no"), row.getString("customer_name"), row.getString("address"), row.getString("stage"),
                row.getInt("phase"), row.getInt("round"), row.getString("part"), row.getBoolean("lead"), row.getString("role"),
                row.getString("responsible_unit"), row.getString("assignee"), due, left, state(due), urgent, days, opened, closedOn, why(opened, days, due));
    }

    private String state(@Nullable LocalDate due) {
        return (due == null ? ReadingInbox.State.NORMAL : due.isBefore(today) ? ReadingInbox.State.OVERDUE
                : !due.isAfter(calendar.next(today)) ? ReadingInbox.State.DUE_NEXT : ReadingInbox.State.NORMAL).name();
    }

    private @Nullable Text why(@Nullable LocalDate opened, int days, @Nullable LocalDate due) {
        if (opened == null || due == null) {
            return null;
        }
        var between = LimitReader.skipped(calendar, opened, due);
        return new Text("自 " + opened + " 交办（第 0 日）起 " + days + " 个工作日" + between.zh() + "。",
                days + " working days from " + opened + " (day 0), when it was opened" + between.en() + ".");
    }
}
