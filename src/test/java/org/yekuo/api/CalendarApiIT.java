package org.yekuo.api;

import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.yekuo.YekuoIT;

@YekuoIT
class CalendarApiIT {

    private MockMvc mvc;

    @BeforeEach
    void withoutSignIn(@Autowired WebApplicationContext context) {
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    void a_due_date_comes_with_its_reasons() throws Exception {
        mvc.perform(get("/api/v1/calendar/due?from=2008-06-05&days=3"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.from").value("2008-06-05"))
                .andExpect(jsonPath("$.days").value(3))
                .andExpect(jsonPath("$.due").value("2008-06-11"))
                .andExpect(jsonPath("$.provisional").value(false))
                .andExpect(jsonPath("$.counted[*].date").value(contains("2008-06-06", "2008-06-10", "2008-06-11")))
                .andExpect(jsonPath("$.counted[0].weekday.zh").value("星期五"))
                .andExpect(jsonPath("$.skipped[2].reason.zh").value("端午节放假"))
                .andExpect(jsonPath("$.skipped[2].reason.en").value("public holiday (Dragon Boat Festival)"));
    }

    @Test
    void everything_wrong_is_said_at_once() throws Exception {
        mvc.perform(get("/api/v1/calendar/due?from=2008-02-30&days=-1"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.violations[*].rule").value(contains("calendar.not-a-day", "calendar.days-out-of-range")))
                .andExpect(jsonPath("$.violations[*].field").value(contains("from", "days")));
        mvc.perform(get("/api/v1/calendar/due"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.violations[*].rule").value(contains("calendar.day-missing", "calendar.days-missing")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3651", "1.5", "fifteen", "99999999999"})
    void days_are_a_whole_number_within_ten_years(String days) throws Exception {
        mvc.perform(get("/api/v1/calendar/due").param("from", "2008-04-24").param("days", days)).andExpect(status().isBadRequest());
    }
}
