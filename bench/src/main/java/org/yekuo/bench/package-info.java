/** Measures the program (实测): one command for each bench, every figure with its conditions. Nothing here is part of the program. */
package org.yekuo.bench;
