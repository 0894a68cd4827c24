/** What applicants are told, in the API and as files that an e-mail relay can pick up. */
@NullMarked
package hk.itf.applications.notice;

import org.jspecify.annotations.NullMarked;
