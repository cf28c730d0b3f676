/** Nanoseconds and bytes of the pure core (JMH). */
package org.yekuo.bench.kernel;
