package org.yekuo.administration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.access.ChangingPassword;
import org.yekuo.access.SigningIn;
import org.yekuo.administration.internal.TraceStore;
import org.yekuo.organisation.ReadingStaff;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.YekuoException;

/** Somebody changes her own password (修改本人密码), with its trace; she goes on with a fresh token, everywhere else she is signed out. */
@Component
public class ChoosingPassword {

    private final ChangingPassword changing;
    private final ReadingStaff reading;
    private final TraceStore traces;

    ChoosingPassword(ChangingPassword changing, ReadingStaff reading, TraceStore traces) {
        this.changing = changing;
        this.reading = reading;
        this.traces = traces;
    }

    /** @param login the account she is signed in with */
    public Answer<SigningIn.Token> choose(String login, ChangingPassword.Change change, @Nullable String address, Actor actor) {
        return changing.change(login, change, address, () -> {
            var unit = reading.person(actor.id()).flatMap(person -> person.units().stream().min(UnitCode::compareTo))
                    .orElseThrow(() -> new YekuoException("administration.nowhere", "The person " + actor.id() + " belongs to no unit."));
            traces.add(unit, actor.id(), Trace.Act.PASSWORD_CHOSEN, List.of(login), actor);
        });
    }
}
