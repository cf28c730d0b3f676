package org.yekuo.web.open;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.regulation.Regulations;

/** The open portal's front page. */
@Controller
class HomePage {

    private final Regulations regulations;
    private final BusinessClock clock;

    HomePage(Regulations regulations, BusinessClock clock) {
        this.regulations = regulations;
        this.clock = clock;
    }

    @GetMapping("/")
    String show(Model model) {
        model.addAttribute("pack", regulations.inForce(clock.today()).orElse(null));
        return "open/home";
    }
}
