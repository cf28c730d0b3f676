/** The tables of papers and the folder of files. */
@NullMarked
package org.yekuo.document.internal;

import org.jspecify.annotations.NullMarked;
