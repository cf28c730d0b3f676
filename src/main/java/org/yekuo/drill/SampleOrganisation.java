package org.yekuo.drill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yekuo.organisation.Department;
import org.yekuo.organisation.Hall;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Post;
import org.yekuo.organisation.Role;
import org.yekuo.organisation.SettingUpOrganisation;
import org.yekuo.organisation.Setup;
import org.yekuo.organisation.Staff;
import org.yekuo.organisation.Unit;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.YekuoException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Enters the sample province's companies, halls and people (示范省): all at the first start, later only who is new. What a drill changed (somebody
 * left, a post was filled anew) stays as it was left.
 */
@Component
@Order(10)
@ConditionalOnProperty(name = "yekuo.mode", havingValue = "drill", matchIfMissing = true)
public class SampleOrganisation implements ApplicationRunner {

    /** A sample account: what to type, and whose it is. */
    record Login(String login, Staff staff, UnitCode unit, List<Role> roles) {}

    private final SettingUpOrganisation settingUp;
    private final Organisation organisation;
    private final List<Login> logins = new ArrayList<>();

    SampleOrganisation(SettingUpOrganisation settingUp, Organisation organisation) {
        this.settingUp = settingUp;
        this.organisation = organisation;
    }

    List<Login> logins() {
        return List.copyOf(logins);
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        try (var in = new ClassPathResource("drill/organisation.yaml").getInputStream()) {
            logins.clear();
            var setup = missing(read(new YAMLMapper().readTree(in)));
            if (!isEmpty(setup) && settingUp.setUp(setup) instanceof Answer.Refused<Integer>(var refusal)) {
                throw new YekuoException("drill.sample-refused", "The sample organisation was refused: " + refusal.violations());
            }
        }
    }

    private Setup missing(Setup all) {
        return new Setup(all.units(), all.halls().stream().filter(hall -> organisation.hall(hall.code()).isEmpty()).toList(),
                all.staff().stream().filter(person -> isNew(person.no())).toList(), all.posts().stream().filter(post -> isNew(post.staffNo())).toList(),
                all.areas().stream().filter(area -> organisation.unit(area.unit()).isEmpty()).toList());
    }

    private boolean isNew(String staffNo) {
        return organisation.staff(staffNo).isEmpty();
    }

    private boolean isEmpty(Setup setup) {
        return setup.halls().isEmpty() && setup.staff().isEmpty() && setup.areas().isEmpty()
                && setup.units().stream().allMatch(unit -> organisation.unit(unit.code()).isPresent());
    }

    private Setup read(JsonNode tree) {
        var units = new ArrayList<Unit>();
        tree.path("units").forEach(node -> units.add(new Unit(unit(node, "code"), node.path("name").asString())));
        var halls = new ArrayList<Hall>();
        tree.path("halls").forEach(node -> halls.add(new Hall(node.path("code").asString(), unit(node, "unit"), node.path("name").asString(), node.path("phone").asString())));
        var staff = new ArrayList<Staff>();
        var posts = new ArrayList<Post>();
        tree.path("staff").forEach(node -> {
            var person = new Staff(node.path("no").asString(), node.path("name").asString(), node.path("phone").asString(), true);
            var roles = new ArrayList<Role>();
            node.path("roles").forEach(role -> roles.add(Role.valueOf(role.asString())));
            staff.add(person);
            roles.forEach(role -> posts.add(new Post(person.no(), unit(node, "unit"), Department.valueOf(node.path("department").asString()), role)));
            logins.add(new Login(node.path("login").asString(), person, unit(node, "unit"), roles));
        });
        var areas = new ArrayList<Setup.Area>();
        tree.path("areas").forEach(node -> areas.add(new Setup.Area(unit(node, "unit"), node.path("prefix").asString(), node.path("a").asString(), node.path("b").asString())));
        return new Setup(units, halls, staff, posts, areas);
    }

    private static UnitCode unit(JsonNode node, String field) {
        return new UnitCode(node.path(field).asString());
    }
}
