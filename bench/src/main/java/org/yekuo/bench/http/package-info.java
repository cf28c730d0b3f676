/** The program in a process of its own, and people at their browsers (并发用户). */
package org.yekuo.bench.http;
