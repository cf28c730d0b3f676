package org.yekuo.web;

import java.util.List;

/** The accounts a drill shows beside the sign-in form (示范账号); there are none in production. */
public interface SampleLogins {

    /** One account: what to type, whose it is, where she works and as what. */
    record Sample(String login, String name, String unit, String roles) {}

    List<Sample> logins();

    String password();
}
