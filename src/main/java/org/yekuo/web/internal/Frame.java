package org.yekuo.web.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page.
 *
 * @param staffNo who is signed in, or null on the open pages
 * @param home    her company
 * @param drill   whether this is a drill, which every page says
 * @param moved   whether the drill's clock stands elsewhere than today
 * @param mayRegister whether she may take applications
 * @param mayAssign whether she may give work to others
 * @param unread how many messages lie unread in her box
 * @param administers whether she administers people, or publishes rules
 * @param idle     after how many seconds untouched her browser is signed out; 0: never
 * @param again whether the page shows a form that was just posted
 * @param here    the path of this page, for the language switch
 * @param section where in the menu this page belongs: {@code today}, or the first step of its path below
 */
public record Frame(@Nullable String staffNo, @Nullable String name, @Nullable String home, boolean drill, boolean moved, LocalDate today,
        boolean mayRegister, boolean mayAssign, long unread, boolean administers, long idle, boolean again, String here, @Nullable String section) {}
