// Loaders and actions return plain values; without this their types are those of JSON.
declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

export {};
