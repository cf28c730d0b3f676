/** Yekuo (业扩): the regulation is data, the case is a ledger, and every deadline can explain itself. */
@org.jspecify.annotations.NullMarked
package org.yekuo;
