package org.yekuo;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The walls between the rooms: nobody reaches into another's inside, and each names the rooms it may use. */
class ModularityTests {

    private final ApplicationModules rooms = ApplicationModules.of(Yekuo.class);

    @Test
    void the_walls_hold() {
        rooms.verify();
    }

    /** The rooms and who uses whom, drawn from the code: {@code target/spring-modulith-docs}. */
    @Test
    void the_picture_is_drawn() {
        new Documenter(rooms).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }
}
