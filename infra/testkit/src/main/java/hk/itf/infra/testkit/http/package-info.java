/** Tests of HTTP interfaces: raw requests, expected problems, tables of roles and of bad requests, forged tokens. */
@NullMarked
package hk.itf.infra.testkit.http;

import org.jspecify.annotations.NullMarked;
