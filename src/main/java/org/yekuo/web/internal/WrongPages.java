package org.yekuo.web.internal;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.yekuo.form.WrongPage;
import org.yekuo.language.Sentences;

/** Says on a page of its own that a list was asked to go on where it never stopped. */
@ControllerAdvice("org.yekuo.web")
class WrongPages {

    private final Sentences sentences;
    private final Say say;

    WrongPages(Sentences sentences, Say say) {
        this.sentences = sentences;
        this.say = say;
    }

    @ExceptionHandler
    ModelAndView wrong(WrongPage wrong) {
        var page = new ModelAndView("error", HttpStatus.BAD_REQUEST);
        page.addObject("status", HttpStatus.BAD_REQUEST.value());
        page.addObject("sentence", say.of(sentences.of(wrong.violation())));
        return page;
    }
}
