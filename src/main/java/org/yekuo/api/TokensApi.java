package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yekuo.access.SigningIn;
import org.yekuo.access.SigningOut;
import org.yekuo.api.internal.JsonBody;
import org.yekuo.api.internal.Takes;
import org.yekuo.api.internal.Problems;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.form.Asked;
import org.yekuo.organisation.Organisation;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** Signing in and out (登录、退出). */
@Tag(name = "0 登录 Tokens", description = "取得令牌、退出")
@RestController
@RequestMapping("/api/v1/tokens")
class TokensApi {

    record Credentials(@Asked(usedBy = "room:access", maxLength = 60) String username, @Asked(usedBy = "room:access", maxLength = 200) String password) {}

    record Hat(String unit, String unitName, String department, String role, String roleName) {}

    record Person(String no, String name) {}

    record SignedIn(String token, Instant expiresAt, Person staff, List<Hat> posts) {}

    private final SigningIn signingIn;
    private final SigningOut signingOut;
    private final Organisation organisation;
    private final BusinessClock clock;
    private final Problems problems;

    TokensApi(SigningIn signingIn, SigningOut signingOut, Organisation organisation, BusinessClock clock, Problems problems) {
        this.signingIn = signingIn;
        this.signingOut = signingOut;
        this.organisation = organisation;
        this.clock = clock;
        this.problems = problems;
    }

    @PostMapping
    @Takes(Credentials.class)
    ResponseEntity<Object> signIn(JsonBody body, HttpServletRequest request) {
        var credentials = body.as(Credentials.class);
        return switch (signingIn.signIn(credentials.username(), credentials.password(), request.getRemoteAddr())) {
            case Answer.Refused<SigningIn.Token>(var refusal) -> problems.of(refusal);
            case Answer.Done<SigningIn.Token>(var token) when token.oneTime() -> {
                signingOut.signOut(token.value());
                yield problems.of(Refusal.of(Refusal.Kind.FORBIDDEN, Violation.of("access.password-must-change")));
            }
            case Answer.Done<SigningIn.Token>(var token) -> ResponseEntity.ok(new SignedIn(token.value(), token.expiresAt(),
                    new Person(token.staffNo(), organisation.staff(token.staffNo()).map(staff -> staff.name()).orElse(token.staffNo())), hats(token.staffNo())));
        };
    }

    /** Ends the token the request was sent with. */
    @DeleteMapping("/current")
    ResponseEntity<Void> signOut(@RequestHeader("Authorization") String authorization) {
        signingOut.signOut(authorization.substring("Bearer ".length()).strip());
        return ResponseEntity.noContent().build();
    }

    private List<Hat> hats(String staffNo) {
        return organisation.hats(staffNo, clock.today()).stream().map(post -> new Hat(post.unit().value(),
                organisation.unit(post.unit()).map(unit -> unit.name()).orElse(""), post.department().text().zh(), post.role().name(), post.role().zh())).toList();
    }
}
