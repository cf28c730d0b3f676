package org.yekuo.administration.internal;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yekuo.access.KeepingAccounts;
import org.yekuo.administration.FirstAdministrator;
import org.yekuo.language.Sentences;
import org.yekuo.organisation.Unit;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;

/** {@code --yekuo.admin.create=<login>}: makes the first administrator at the start and prints her one-time password once, to the terminal only. */
@Component
@ConditionalOnProperty("yekuo.admin.create")
class FirstAdministratorCommand {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministratorCommand.class);

    private final FirstAdministrator first;
    private final Sentences sentences;
    private final String login;
    private final String name;
    private final String unit;
    private final String unitName;

    FirstAdministratorCommand(FirstAdministrator first, Sentences sentences, @Value("${yekuo.admin.create}") String login, @Value("${yekuo.admin.name:系统管理员}") String name,
            @Value("${yekuo.admin.unit:34}") String unit, @Value("${yekuo.admin.unit-name:省电力公司}") String unitName) {
        this.first = first;
        this.sentences = sentences;
        this.login = login;
        this.name = name;
        this.unit = unit;
        this.unitName = unitName;
    }

    @EventListener(ApplicationReadyEvent.class)
    void make() {
        switch (first.make(login, name, new Unit(new UnitCode(unit), unitName))) {
            case Answer.Done<KeepingAccounts.OneTime>(var given) -> System.out.printf("管理员 / administrator: %s%n一次性密码 / one-time password: %s (%s)%n",
                    given.login(), given.password(), given.until());
            case Answer.Refused<KeepingAccounts.OneTime>(var refusal) -> LOG.warn(refusal.violations().stream().map(sentences::of)
                    .map(text -> text.zh() + " / " + text.en()).collect(Collectors.joining(" ")));
        }
    }
}
