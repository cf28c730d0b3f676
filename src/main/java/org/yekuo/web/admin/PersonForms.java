package org.yekuo.web.admin;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.administration.Change;
import org.yekuo.form.Asked;
import org.yekuo.organisation.Department;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.UnitCode;

/** What the pages about people take, and the change each of them asks for. */
final class PersonForms {

    private static final String UNIT = "\\d{2}|\\d{4}|\\d{6}";

    record Enter(@Asked(usedBy = "room:administration", maxLength = 40) String no, @Asked(usedBy = "room:administration", maxLength = 40) String name,
            @Asked(usedBy = "room:administration", maxLength = 40) @Nullable String phone, @Asked(usedBy = "room:administration", pattern = UNIT) String unit) {}

    record Correct(@Asked(usedBy = "room:administration", maxLength = 40) String name, @Asked(usedBy = "room:administration", maxLength = 40) @Nullable String phone) {}

    record Post(@Asked(usedBy = "room:administration", pattern = UNIT) String unit, @Asked(usedBy = "room:administration") Department department,
            @Asked(usedBy = "room:administration") Role role) {}

    record Take(@Asked(usedBy = "room:administration", pattern = UNIT) String unit, @Asked(usedBy = "room:administration") Role role) {}

    record Away(@Asked(usedBy = "room:administration") LocalDate from, @Asked(usedBy = "room:administration") LocalDate to) {}

    record Back(@Asked(usedBy = "room:administration") LocalDate from) {}

    /** {@code post} is unit and role, such as {@code 340121 SURVEYOR}. */
    record Lend(@Asked(usedBy = "room:administration", pattern = "(\\d{2}|\\d{4}|\\d{6}) [A-Z_]+") String post, @Asked(usedBy = "room:administration", maxLength = 40) String to,
            @Asked(usedBy = "room:administration") LocalDate from, @Asked(usedBy = "room:administration") LocalDate until) {}

    record Nothing() {}

    /**
     * One act about a person.
     *
     * @param own whether everybody may do it about herself
     */
    record Form<T>(String key, Class<T> type, boolean own, BiFunction<String, T, Change> change) {}

    static final Form<Correct> CORRECT = new Form<>("correct", Correct.class, false, (no, said) -> new Change.Correct(no, said.name(), text(said.phone())));
    static final Form<Post> POST = new Form<>("post", Post.class, false, (no, said) -> new Change.GivePost(no, new UnitCode(said.unit()), said.department(), said.role()));
    static final Form<Away> AWAY = new Form<>("away", Away.class, true, (no, said) -> new Change.Away(no, said.from(), said.to()));
    static final Form<Lend> LEND = new Form<>("lend", Lend.class, true,
            (no, said) -> new Change.Delegate(no, said.to(), unit(said), role(said), said.from(), said.until()));

    private static final List<Form<?>> ALL = List.of(CORRECT, POST, AWAY, LEND,
            new Form<>("take", Take.class, false, (no, said) -> new Change.TakePost(no, new UnitCode(said.unit()), said.role())),
            new Form<>("back", Back.class, true, (no, said) -> new Change.Back(no, said.from())),
            new Form<>("end", Lend.class, true, (no, said) -> new Change.EndDelegation(no, said.to(), unit(said), role(said), said.from(), said.until())),
            nothing("depart", false, Change.Depart::new), nothing("return", false, Change.Return::new), nothing("lock", false, Change.Lock::new),
            nothing("unlock", false, Change.Unlock::new), nothing("sign-out", true, Change.SignOut::new));

    private PersonForms() {}

    static Optional<Form<?>> find(String key) {
        return ALL.stream().filter(form -> form.key().equals(key)).findFirst().map(form -> form);
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private static Form<Nothing> nothing(String key, boolean own, java.util.function.Function<String, Change> change) {
        return new Form<>(key, Nothing.class, own, (no, said) -> change.apply(no));
    }

    private static UnitCode unit(Lend said) {
        return new UnitCode(said.post().split(" ")[0]);
    }

    private static Role role(Lend said) {
        var word = said.post().split(" ")[1];
        return Arrays.stream(Role.values()).filter(role -> role.name().equals(word)).findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
}
