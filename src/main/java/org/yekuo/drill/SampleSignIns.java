package org.yekuo.drill;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yekuo.organisation.Organisation;
import org.yekuo.web.SampleLogins;

/** Shows the sample accounts beside the sign-in form. */
@Component
@ConditionalOnProperty(name = "yekuo.mode", havingValue = "drill", matchIfMissing = true)
class SampleSignIns implements SampleLogins {

    private final SampleOrganisation sample;
    private final Organisation organisation;

    SampleSignIns(SampleOrganisation sample, Organisation organisation) {
        this.sample = sample;
        this.organisation = organisation;
    }

    @Override
    public List<Sample> logins() {
        return sample.logins().stream().map(login -> new Sample(login.login(), login.staff().name(),
                organisation.unit(login.unit()).map(unit -> unit.name()).orElse(login.unit().value()),
                login.roles().stream().map(role -> role.zh()).collect(Collectors.joining("、")))).toList();
    }

    @Override
    public String password() {
        return SampleAccounts.PASSWORD;
    }
}
