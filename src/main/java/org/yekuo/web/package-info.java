/**
 * The two faces (页面): the staff workbench under {@code /work} and the open portal. Controllers and page models only; they call the use cases the
 * REST contract calls and decide nothing.
 */
@NullMarked
@ApplicationModule
package org.yekuo.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
