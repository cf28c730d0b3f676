package org.yekuo.web.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.yekuo.casework.ReadingInbox;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.UnitCode;

/** Where somebody is in the worklist, as it stands in the address: tab, search, filters and page. What makes no sense is left out. */
public record ListPlace(@Nullable String view, @Nullable String q, @Nullable String unit, @Nullable String role, @Nullable String stage, @Nullable String state, @Nullable String cursor) {

    ReadingInbox.View which() {
        return word(ReadingInbox.View.class, view).orElse(ReadingInbox.View.MINE);
    }

    String words() {
        return q == null ? "" : q.strip();
    }

    /** Whether anything but the tab narrows the list. */
    public boolean filtered() {
        return said(unit) != null || said(role) != null || said(stage) != null || said(state) != null;
    }

    ReadingInbox.Query query(ReadingInbox.View view, @Nullable String cursor, int size) {
        return new ReadingInbox.Query(view, Optional.ofNullable(said(unit)).filter(UnitCode::isValid).map(UnitCode::new).orElse(null), word(Role.class, role).orElse(null),
                said(stage), word(ReadingInbox.State.class, state).orElse(null), said(q), said(cursor), size);
    }

    /** The address of another tab or page with the same search and filters. */
    String at(String view, @Nullable String cursor) {
        return address("/work", view, cursor);
    }

    /** The address of the same list as a file, {@code csv} or {@code xlsx}. */
    public String export(String format) {
        return address("/work/list." + format, which().name().toLowerCase(Locale.ROOT), null);
    }

    private String address(String path, String view, @Nullable String cursor) {
        var address = UriComponentsBuilder.fromPath(path).queryParam("view", view);
        put(address, "q", q);
        put(address, "unit", unit);
        put(address, "role", role);
        put(address, "stage", stage);
        put(address, "state", state);
        put(address, "cursor", cursor);
        return address.encode().toUriString();
    }

    private static void put(UriComponentsBuilder address, String name, @Nullable String value) {
        if (said(value) != null) {
            address.queryParam(name, value);
        }
    }

    private static @Nullable String said(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static <E extends Enum<E>> Optional<E> word(Class<E> type, @Nullable String said) {
        return said == null ? Optional.empty() : Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(said.strip().toUpperCase(Locale.ROOT))).findFirst();
    }
}
