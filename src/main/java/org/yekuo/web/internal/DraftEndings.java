package org.yekuo.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yekuo.access.CurrentStaff;
import org.yekuo.access.KeepingDrafts;
import org.yekuo.database.Availability;
import org.yekuo.vocabulary.Actor;

/** A draft ends when its form was handed in and led on to another page; a form shown again keeps it. */
@Component
class DraftEndings implements WebMvcConfigurer, HandlerInterceptor {

    private final KeepingDrafts drafts;
    private final CurrentStaff current;

    DraftEndings(KeepingDrafts drafts, CurrentStaff current) {
        this.drafts = drafts;
        this.current = current;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/work/**");
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        var form = request.getParameter("_draft");
        if (request.getMethod().equals("POST") && form != null && view != null && String.valueOf(view.getViewName()).startsWith("redirect:")) {
            try {
                current.ifAny().map(Actor::id).ifPresent(staff -> drafts.discard(staff, form));
            } catch (RuntimeException fault) {
                // What was handed in is done, and that is what she is told; the draft ends with its ninety days.
                if (Availability.missing(fault).isEmpty()) {
                    throw fault;
                }
            }
        }
    }
}
