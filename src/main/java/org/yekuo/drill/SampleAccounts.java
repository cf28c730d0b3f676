package org.yekuo.drill;

import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yekuo.access.KeepingAccounts;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.YekuoException;

/** Opens an account for everybody of the sample province (示范账号), all with one password that is no secret. */
@Component
@Order(20)
@ConditionalOnProperty(name = "yekuo.mode", havingValue = "drill", matchIfMissing = true)
public class SampleAccounts implements ApplicationRunner {

    public static final String PASSWORD = "yekuo-drill";

    private final SampleOrganisation organisation;
    private final KeepingAccounts accounts;
    private final boolean announced;

    SampleAccounts(SampleOrganisation organisation, KeepingAccounts accounts, @Value("${yekuo.drill.announce:true}") boolean announced) {
        this.organisation = organisation;
        this.accounts = accounts;
        this.announced = announced;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var staffByLogin = new TreeMap<String, String>();
        organisation.logins().forEach(login -> staffByLogin.put(login.login(), login.staff().no()));
        if (accounts.open(staffByLogin, PASSWORD) instanceof Answer.Refused<Integer>(var refusal)) {
            throw new YekuoException("drill.accounts-refused", "The sample accounts were refused: " + refusal.violations());
        }
    }

    /** After the address (StartNotice), where whoever started the program looks last. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void announce(ApplicationReadyEvent ready) {
        if (announced) {
            announce();
        }
    }

    private void announce() {
        var lines = new StringBuilder("示范账号 / sample accounts，密码 / password: ").append(PASSWORD).append(System.lineSeparator());
        organisation.logins().stream().filter(login -> login.unit().value().equals("340121") || login.unit().isProvince() || login.login().startsWith("hf.y"))
                .forEach(login -> lines.append("  %-10s %s %s%n".formatted(login.login(), login.staff().name(),
                        String.join("、", login.roles().stream().map(role -> role.zh()).toList()))));
        lines.append("  … 各县以 fd. fx. sz. wh. 等开头 / other companies alike, see resources/drill/organisation.yaml");
        System.out.println(lines);
    }
}
