package org.yekuo.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yekuo.vocabulary.UnitCode;

class ScopeTest {

    private static final UnitCode PROVINCE = new UnitCode("34");
    private static final UnitCode CITY = new UnitCode("3401");
    private static final UnitCode COUNTY = new UnitCode("340121");
    private static final UnitCode NEIGHBOUR = new UnitCode("340122");

    private static Scope of(UnitCode... units) {
        return new Scope("x", Set.of(units));
    }

    @Test
    void a_county_sees_its_own_a_city_its_counties_the_province_everything() {
        assertThat(of(COUNTY).covers(COUNTY)).isTrue();
        assertThat(of(COUNTY).covers(NEIGHBOUR)).isFalse();
        assertThat(of(CITY).covers(COUNTY)).isTrue();
        assertThat(of(CITY).covers(new UnitCode("3413"))).isFalse();
        assertThat(of(PROVINCE).covers(NEIGHBOUR)).isTrue();
    }

    @Test
    void a_case_the_city_handles_is_not_seen_by_the_county_unless_its_hall_took_it_in() {
        assertThat(of(COUNTY).sees(CITY, null)).isFalse();
        assertThat(of(COUNTY).sees(CITY, CITY)).isFalse();
        assertThat(of(COUNTY).sees(CITY, COUNTY)).isTrue();
        assertThat(of(NEIGHBOUR).sees(COUNTY, NEIGHBOUR)).as("accepted for another unit").isTrue();
    }

    @Test
    void several_posts_add_up_and_none_sees_nothing() {
        assertThat(of(COUNTY, NEIGHBOUR).covers(NEIGHBOUR)).isTrue();
        assertThat(of().sees(COUNTY, COUNTY)).isFalse();
    }
}
