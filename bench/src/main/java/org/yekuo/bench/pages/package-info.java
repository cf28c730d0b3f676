/** Pages and writes through HTTP, and a long mixed load (页面、写入与长时间运行). */
package org.yekuo.bench.pages;
