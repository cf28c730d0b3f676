/** The pages of administration (管理): people, units, the calendar, regulation packs; and everybody's own page. */
@NullMarked
package org.yekuo.web.admin;

import org.jspecify.annotations.NullMarked;
