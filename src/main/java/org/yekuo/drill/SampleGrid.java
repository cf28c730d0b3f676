package org.yekuo.drill;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.grid.Capacity;
import org.yekuo.grid.Feeder;
import org.yekuo.grid.Network;
import org.yekuo.grid.Substation;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.YekuoException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Lays the sample province's network, unit by unit; a unit that has one keeps it, with whatever was declared since. */
@Component
@ConditionalOnProperty(name = "yekuo.mode", havingValue = "drill", matchIfMissing = true)
public class SampleGrid implements ApplicationRunner {

    private static final String FILE = "drill/grid.yaml";
    private static final Actor LOADER = Actor.system("sample-grid");

    record Sample(List<Months> months, List<Unit> units) {}

    record Months(String first, String last) {}

    record Unit(String operator, List<SampleSubstation> substations, List<SampleFeeder> feeders) {}

    record SampleSubstation(String code, String name, BigDecimal voltageKv) {}

    record SampleFeeder(String code, String name, String substation, BigDecimal voltageKv, BigDecimal kva) {}

    private final Network network;
    private final Capacity capacity;
    private final TransactionTemplate transaction;

    SampleGrid(Network network, Capacity capacity, TransactionTemplate transaction) {
        this.network = network;
        this.capacity = capacity;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            var sample = new YAMLMapper().readValue(file, Sample.class);
            sample.units().forEach(unit -> transaction.executeWithoutResult(status -> lay(unit, sample.months())));
        }
    }

    private void lay(Unit unit, List<Months> months) {
        var operator = new UnitCode(unit.operator());
        if (network.substation(operator, unit.substations().getFirst().code()).isPresent()) {
            return;
        }
        for (var substation : unit.substations()) {
            network.put(new Substation(operator, substation.code(), substation.name(), substation.voltageKv()));
        }
        for (var feeder : unit.feeders()) {
            network.put(new Feeder(operator, feeder.code(), feeder.name(), feeder.substation(), feeder.voltageKv()));
            months.forEach(span -> declare(operator, feeder, span));
        }
    }

    private void declare(UnitCode operator, SampleFeeder feeder, Months span) {
        var answer = capacity.declare(operator, feeder.code(), YearMonth.parse(span.first()), YearMonth.parse(span.last()), feeder.kva(), LOADER);
        if (answer instanceof Answer.Refused<?>(var refusal)) {
            throw new YekuoException("drill.sample-grid", FILE + " declares what is refused for " + feeder.code() + ": " + refusal.violations());
        }
    }
}
