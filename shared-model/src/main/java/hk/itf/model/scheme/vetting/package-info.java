/** How an application is vetted: eligibility rules and the stages of the route. */
@NullMarked
package hk.itf.model.scheme.vetting;

import org.jspecify.annotations.NullMarked;
