/** Much at once: histories taken over, limits reckoned anew, lists exported (批量). */
package org.yekuo.bench.bulk;
