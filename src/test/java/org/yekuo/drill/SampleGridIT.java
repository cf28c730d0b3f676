package org.yekuo.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.yekuo.YekuoIT;
import org.yekuo.grid.Capacity;
import org.yekuo.grid.FeederCapacity;
import org.yekuo.grid.Network;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.UnitCode;

@YekuoIT
class SampleGridIT {

    @Autowired
    private SampleGrid sample;
    @Autowired
    private Capacity capacity;
    @Autowired
    private Network network;

    @ParameterizedTest
    @ValueSource(strings = {"3401", "340121", "340122", "340123", "3413", "341321", "341322", "341323", "341324", "3402", "340221", "340225"})
    void every_unit_can_supply_each_usual_voltage_from_two_substations_in_both_times(String unit) {
        for (var day : List.of(LocalDate.of(2008, 4, 23), LocalDate.of(2026, 11, 24))) {
            assertThat(open(unit, "0.4", day)).isNotEmpty();
            for (var voltage : unit.length() == 4 ? List.of("10", "35", "110") : List.of("10", "35")) {
                assertThat(open(unit, voltage, day)).as(unit + " at " + voltage + " kV on " + day)
                        .extracting(open -> open.feeder().substation()).doesNotContainNull().satisfies(all -> assertThat(all.stream().distinct()).hasSizeGreaterThan(1));
            }
        }
    }

    @Test
    void loading_again_keeps_what_was_declared_since() throws Exception {
        var unit = new UnitCode("340225");
        var feeder = open("340225", "10", LocalDate.of(2009, 12, 1)).getLast().feeder();
        capacity.declare(unit, feeder.code(), YearMonth.of(2009, 12), new BigDecimal("123"), Actor.staff("p", "周规划"));

        sample.run(new DefaultApplicationArguments());

        assertThat(capacity.of(unit, feeder.code(), LocalDate.of(2009, 12, 31)).orElseThrow().declared()).isEqualByComparingTo("123");
        assertThat(network.feeder(unit, feeder.code())).contains(feeder);
    }

    private List<FeederCapacity> open(String unit, String voltage, LocalDate day) {
        return capacity.candidates(new UnitCode(unit), new BigDecimal(voltage), BigDecimal.ONE, day);
    }
}
