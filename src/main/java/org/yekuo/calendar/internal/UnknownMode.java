package org.yekuo.calendar.internal;

import org.yekuo.vocabulary.YekuoException;

/** {@code yekuo.mode} is neither drill nor prod. A misspelt mode must not decide which clock the program keeps. */
class UnknownMode extends YekuoException {

    UnknownMode(String mode) {
        super("calendar.unknown-mode", """
                yekuo.mode 的值是“%1$s”,只能是 drill(演练)或 prod(生产);请改正后再启动。
                yekuo.mode is "%1$s"; it can only be drill or prod. Correct it and start again.""".formatted(mode));
    }
}
