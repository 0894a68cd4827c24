/** applications-service: scheme catalogue, organisations, allowances, applications, papers, claims, amendments, notices. */
@NullMarked
package hk.itf.applications;

import org.jspecify.annotations.NullMarked;
