/** HTTP/1.1 on loopback that costs next to nothing: a load generator, and servers that stand in. */
package org.consoleme.bench.http;
