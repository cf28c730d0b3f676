package org.yekuo.scenario;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yekuo.YekuoIT;
import org.yekuo.grid.Capacity;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.UnitCode;

/** A test that works a day in the sample province: its office, one case to walk, and lines strong enough for all tests together. */
@YekuoIT
public abstract class Day {

    private static final BigDecimal PLENTY = BigDecimal.valueOf(1_000_000);

    @LocalServerPort
    protected int port;

    @Autowired
    protected Capacity capacity;

    protected Office office;
    protected Walk walk;

    @BeforeEach
    void open() {
        office = new Office(port);
        walk = new Walk(office);
        for (var feeder : new String[] {"L34012102", "L34012101", "L34012107"}) {
            capacity.declare(new UnitCode("3401"), feeder, YearMonth.of(2008, 1), YearMonth.of(2010, 12), PLENTY, Actor.system("test"));
        }
    }
}
