#!/bin/sh
# Upload a built site to a bucket so that readers never see a page whose files are not there yet:
# first what pages load, then the pages, then what leads to them; what is gone goes last.
#
#   upload.sh site s3://plan-handbook
#
# SYNC is the command that copies a folder; the default is that of Amazon S3. Others that know the same options by these
# names (MinIO and most stores with an S3 interface) need only --endpoint-url in it.
set -eu

site=$1
bucket=$2
SYNC=${SYNC:-aws s3 sync}
forever="public, max-age=31536000, immutable"

[ -f "$site/plangen-manifest.json" ] || { echo "upload.sh: $site was not written by plangen build" >&2; exit 2; }

# 1. names that carry a hash of their content
$SYNC "$site" "$bucket" --exclude "*" --include "*_assets/*" --include "*_figures/*" --include "*_origins/*" --cache-control "$forever"
# 2. everything else but pages
$SYNC "$site" "$bucket" --exclude "*.html" --exclude "*_assets/*" --exclude "*_figures/*" --exclude "*_origins/*" \
    --exclude "*versions.json" --exclude "csp.*" --exclude "_headers" --exclude "plangen-manifest.json" --cache-control "no-cache"
# 3. pages, then the list of years
$SYNC "$site" "$bucket" --exclude "*" --include "*.html" --cache-control "no-cache"
$SYNC "$site" "$bucket" --exclude "*" --include "*versions.json" --cache-control "no-cache"
# 4. what the new release does not have
$SYNC "$site" "$bucket" --delete --exclude "csp.*" --exclude "_headers" --exclude "plangen-manifest.json" --cache-control "no-cache" --size-only
