package org.yekuo.web.open;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StyleguidePageTest {

    @Test
    void production_has_no_styleguide() {
        new ApplicationContextRunner().withPropertyValues("yekuo.mode=prod").withUserConfiguration(StyleguidePage.class)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(StyleguidePage.class));
        new ApplicationContextRunner().withPropertyValues("yekuo.mode=drill").withUserConfiguration(StyleguidePage.class)
                .run(context -> assertThat(context).as("in a drill it is wanted, here without what it needs").hasFailed());
    }
}
